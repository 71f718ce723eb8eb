/** Who may sign in here: issuers of OpenID Connect and the roles that their claims give, from the file that GAPMAP_SIGN_IN names. */
import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError } from '../../config.ts';
import { PERSON_ROLES } from '../../domain/actor.ts';
import { RowId } from '../../platform/fields.ts';
import { Secret } from '../../platform/secret.ts';
import { isLoopback } from '../accounts/index.ts';

const STRICT = { additionalProperties: false };
const TEXT = Type.String({ minLength: 1, maxLength: 500 });

/** A role for everybody whose claim is, or has among its values, the given one. */
const ClaimedRole = Type.Object(
  {
    claim: TEXT,
    value: TEXT,
    role: Type.Enum([...PERSON_ROLES]),
    state: Type.String({ pattern: '^[0-9]{2}$' }),
    organization: Type.String({ minLength: 1, maxLength: 200 }),
    leaId: Type.Optional(Type.String({ pattern: '^[0-9]{7}$' })),
    providerId: Type.Optional(RowId),
  },
  STRICT,
);

const IssuerSetting = Type.Object(
  {
    key: Type.String({ pattern: '^(?!(demo|passkey)$)[a-z][a-z0-9-]{0,30}$' }),
    issuer: Type.String({ pattern: '^https?://\\S+$' }),
    clientId: TEXT,
    clientSecret: Type.Optional(TEXT),
    clientSecretFile: Type.Optional(TEXT),
    privateKeyFile: Type.Optional(TEXT),
    label: Type.String({ minLength: 1, maxLength: 100 }),
    scope: Type.Optional(Type.String({ pattern: '^openid( \\S+)*$' })),
    roles: Type.Array(ClaimedRole, { maxItems: 1000 }),
  },
  STRICT,
);

const SignInFile = Type.Object({ issuers: Type.Array(IssuerSetting, { minItems: 1, maxItems: 20 }) }, STRICT);

export type ClaimedRole = Static<typeof ClaimedRole>;

export interface IssuerSetting {
  /** In addresses: /sign-in/KEY. */
  readonly key: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly proof: { readonly secret: Secret } | { readonly privateKey: JsonWebKey };
  /** For the button: "State employees". */
  readonly label: string;
  readonly scope: string;
  readonly roles: readonly ClaimedRole[];
}

/** @param path of the file; undefined: nobody signs in @throws ConfigError naming every fault, and no secret */
export function readSignIn(path: string | undefined): readonly IssuerSetting[] {
  if (path === undefined) return [];
  const file = parsed(path);
  if (!Value.Check(SignInFile, file))
    throw new ConfigError(
      Value.Errors(SignInFile, file).map(({ instancePath, message }) => `${path}: ${instancePath || '/'} ${message}.`),
    );
  const faults = file.issuers.flatMap((one, i) => faultsOf(one).map((fault) => `${path}: /issuers/${i} ${fault}`));
  if (new Set(file.issuers.map(({ key }) => key)).size < file.issuers.length)
    faults.push(`${path}: two issuers have one key.`);
  if (faults.length > 0) throw new ConfigError(faults);
  return file.issuers.map((one) => ({
    key: one.key,
    issuer: new URL(one.issuer),
    clientId: one.clientId,
    proof: proofOf(one, dirname(path)),
    label: one.label,
    scope: one.scope ?? 'openid profile',
    roles: one.roles,
  }));
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError([`GAPMAP_SIGN_IN names ${path}, which is not read as JSON: ${(error as Error).name}.`]);
  }
}

function faultsOf({ issuer, roles, ...proofs }: Static<typeof IssuerSetting>): string[] {
  const faults: string[] = [];
  if (!URL.canParse(issuer)) return ['issuer is no address.'];
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !isLoopback(hostname)) faults.push('issuer has to begin with https.');
  if ([proofs.clientSecret, proofs.clientSecretFile, proofs.privateKeyFile].filter(Boolean).length !== 1)
    faults.push('needs one of clientSecret, clientSecretFile and privateKeyFile.');
  for (const [i, { role, state, leaId, providerId }] of roles.entries()) {
    if ((role === 'district') !== (leaId?.startsWith(state) ?? false))
      faults.push(`roles/${i} needs a leaId of its state for a district, and for nobody else.`);
    if ((role === 'provider') !== (providerId !== undefined))
      faults.push(`roles/${i} needs a providerId for a provider, and for nobody else.`);
  }
  return faults;
}

function proofOf(
  { clientSecret, clientSecretFile, privateKeyFile }: Static<typeof IssuerSetting>,
  folder: string,
): IssuerSetting['proof'] {
  if (clientSecret !== undefined) return { secret: new Secret(clientSecret) };
  const read = (file: string) => readFileSync(resolve(folder, file), 'utf8').trim();
  try {
    if (clientSecretFile !== undefined) return { secret: new Secret(read(clientSecretFile)) };
    return { privateKey: createPrivateKey(read(privateKeyFile ?? '')).export({ format: 'jwk' }) };
  } catch (error) {
    const file = clientSecretFile ?? privateKeyFile;
    throw new ConfigError([`${file}, which GAPMAP_SIGN_IN names, is not read: ${(error as Error).name}.`]);
  }
}
