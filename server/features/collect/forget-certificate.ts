import type { Config } from '../../config.ts';
import type { CertificateMessages } from '../../domain/messages/en/certificate.ts';
import { stateNameOf } from '../../domain/states.ts';
import { issuerOf, signed } from './certificate.ts';
import type { Forgettings } from './forget.ts';

/** The certificate of a deletion on request, written and signed in the language of `messages`. @param secret the data key */
export function forgetCertificate(
  forgotten: Forgettings,
  {
    secret,
    config,
    messages,
  }: { secret: Buffer; config: Pick<Config, 'publicUrl' | 'host' | 'port'>; messages: CertificateMessages },
) {
  const { id, at, leaId, districtName, collection, stateFips, by, counts } = forgotten;
  return signed(
    {
      id,
      statement: messages.forgotten({ districtName, leaId, collection, deletedAt: at }),
      issuer: issuerOf(messages, config, stateNameOf(stateFips)),
      collection,
      leaId,
      districtName,
      deletedAt: at,
      deletedBy: by,
      ...counts,
      stays: messages.forgottenStays,
      method: messages.forgottenMethod,
      verify: messages.verify,
    },
    secret,
  );
}
