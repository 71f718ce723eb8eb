import type { LineMessages } from '../../en/terminal/lines.ts';
import { wordingIn } from '../../wording.ts';
import { kit } from '../kit.ts';

const { moment } = wordingIn('es');

const ROLES: Readonly<Record<string, string>> = {
  public: 'público',
  agency: 'agencia',
  provider: 'proveedor',
  district: 'distrito',
  coordinator: 'coordinación',
};

const role = (code: string) => ROLES[code] ?? code;

export const lines = {
  tokenMade: ({ number, on }) => `token ${number}, válido hasta ${on}; se muestra solo ahora`,
  tokenRevoked: ({ number }) => `el token ${number} está revocado`,
  noTokens: 'Ningún token.',
  holder: ({ role: code, pieces }) => [role(code), ...pieces].join(' ').padEnd(18),
  revoked: ({ on }) => `revocado ${on}`.padEnd(23),
  expired: ({ on }) => `vencido ${on}`.padEnd(23),
  good: ({ on }) => `válido hasta ${on}`.padEnd(23),
  invited: ({ number, on }) => `invitación ${number}, válida hasta ${on}, una vez; su enlace se muestra solo ahora`,

  disclosed: ({ at, audience, who, what, basis }) =>
    `${moment(new Date(at)).padEnd(34)}  ${role(audience).padEnd(12)}  ${who}: ${what} (${basis})`,
  nothingDisclosed: 'Todavía no se divulgó nada.',
  genuine: 'Auténtico: lo emitió este servidor, y nada se cambió desde entonces.',

  kit,
} satisfies LineMessages;
