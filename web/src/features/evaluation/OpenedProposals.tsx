import { useCatalog } from '../../lib/use-messages.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { evaluationMessages } from './messages.ts';
import { attachedFile, type Evaluation, type Opened, redactedFile } from './queries.ts';

export function OpenedProposals({ evaluation: { round, opened, seal } }: { readonly evaluation: Evaluation }) {
  const { proposals: messages, unseal } = useCatalog(evaluationMessages);
  const heads = [messages.provider, messages.version, messages.taken, messages.proof, messages.redacted];
  return (
    <section aria-labelledby="opened">
      <h2 id="opened">{messages.title}</h2>
      <p className="note">
        {unseal.opened}: {seal.unsealings.map((one) => unseal.by(one)).join('; ')}
      </p>
      {opened.length === 0 ? (
        <p>{messages.none}</p>
      ) : (
        <Scroll label={messages.title}>
          <table className="wide rows">
            <thead>
              <tr>
                {heads.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {opened.map((one) => (
                <ProposalRow key={one.id} round={round.id} opened={one} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {opened.map((one) => (
        <Details key={one.id} round={round.id} opened={one} />
      ))}
    </section>
  );
}

interface OneProps {
  readonly round: number;
  readonly opened: Opened;
}

function ProposalRow({ round, opened }: OneProps) {
  const { proposals: messages } = useCatalog(evaluationMessages);
  const { id, provider, version, submittedAt, isProven, isStale, proposal } = opened;
  return (
    <tr>
      <th scope="row">
        <span translate="no">{provider}</span>
        <span className="note evaluation-under">
          {messages.alternatives({ count: proposal.alternatives.length })}
          {isStale && `; ${messages.stale}`}
        </span>
      </th>
      <td>{version}</td>
      <td>{messages.moment({ at: submittedAt })}</td>
      <td>{isProven ? messages.proven : messages.unproven}</td>
      <td>
        <a href={redactedFile(round, id)} download={`proposal-${id}-redacted.json`}>
          {messages.redacted}
        </a>
      </td>
    </tr>
  );
}

function Details({ round, opened }: OneProps) {
  const { proposals: messages } = useCatalog(evaluationMessages);
  const { id, provider, proposal } = opened;
  const { partners, otherMoney, words, signer, attachments, confidential } = proposal;
  const said = { partners, otherMoney, words, signer: `${signer.name}, ${signer.title}, ${signer.email}` };
  return (
    <details className="evaluation-details">
      <summary translate="no">{messages.details({ name: provider })}</summary>
      <dl>
        {(['partners', 'otherMoney', 'words', 'signer'] as const)
          .filter((part) => said[part].trim() !== '')
          .map((part) => (
            <div key={part}>
              <dt>
                {messages[part]}
                {confidential.includes(part) && ` (${messages.confidential})`}
              </dt>
              <dd translate="no">{said[part]}</dd>
            </div>
          ))}
        {attachments.length > 0 && (
          <div>
            <dt>{messages.files}</dt>
            {attachments.map((file) => (
              <dd key={file.id}>
                <a href={attachedFile(round, id, file.id)} download={file.name} translate="no">
                  {file.name}
                </a>
                {file.isConfidential && ` (${messages.confidential})`}
              </dd>
            ))}
          </div>
        )}
      </dl>
    </details>
  );
}
