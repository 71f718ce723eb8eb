/** Devices to order, district by district. */
import './devices.css';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { DevicesMessages } from '../../../../server/domain/messages/en/devices.ts';
import { type Beyond, NEEDS, orderOf } from '../../../../server/domain/order-sheet.ts';
import type { OrderSheet } from '../../../../server/features/devices/contract.ts';
import { catalog } from '../../lib/catalog.ts';
import { call } from '../../lib/http.ts';
import { filingsMessages } from '../../lib/messages.ts';
import { useOwnEdition } from '../../lib/own-edition.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { Scroll } from '../../ui/Scroll.tsx';

const devicesMessages = catalog<DevicesMessages>({
  en: async () => (await import('../../../../server/domain/messages/en/devices.ts')).devices,
  es: async () => (await import('../../../../server/domain/messages/es/devices.ts')).devices,
});

const USUAL: Beyond = { repairs: 5, spares: 5 };

export default function DevicesPage() {
  const messages = useCatalog(devicesMessages);
  const edition = useOwnEdition();
  const query: Record<string, string> = { ...edition };
  const { data, error, refetch } = useQuery({
    queryKey: ['devices', edition],
    queryFn: ({ signal }) => call<OrderSheet>('GET', '/api/v1/devices', { query, signal }),
    enabled: edition !== undefined,
  });
  const [beyond, setBeyond] = useState(USUAL);
  const file = (format: string) =>
    `/api/v1/devices?${new URLSearchParams({ ...query, repairs: String(beyond.repairs), spares: String(beyond.spares), format })}`;
  return (
    <DocumentPage title={messages.title} lead={messages.lead} synthetic={data?.synthetic ?? false}>
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {!data && !error && <Coming words={messages.coming} />}
      {data && (
        <section>
          <div className="devices-inputs">
            {(['repairs', 'spares'] as const).map((what) => (
              <Percent
                key={what}
                label={messages[what]}
                value={beyond[what]}
                change={(value) => setBeyond({ ...beyond, [what]: value })}
              />
            ))}
            <a className="button quiet" href={file('csv')}>
              {messages.csv}
            </a>
            <a className="button quiet" href={file('xlsx')}>
              {messages.xlsx}
            </a>
          </div>
          <Sheet sheet={data} beyond={beyond} />
        </section>
      )}
    </DocumentPage>
  );
}

function Percent({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: number;
  readonly change: (value: number) => void;
}) {
  const id = useId();
  const set = (text: string) => change(Math.min(100, Math.max(0, Math.round(Number(text) || 0))));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={0}
        max={100}
        step={1}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </div>
  );
}

function Sheet({ sheet, beyond }: { readonly sheet: OrderSheet; readonly beyond: Beyond }) {
  const messages = useCatalog(devicesMessages);
  const orders = sheet.districts.map((line) => ({ line, order: orderOf(line, beyond) }));
  const { views } = useCatalog(filingsMessages);
  // A line may be several districts that are only published together.
  const districtsIn = (lines: typeof orders) => lines.reduce((sum, { line }) => sum + line.leaIds.length, 0);
  const hidden = districtsIn(orders.filter(({ order }) => order.isHidden));
  const least = districtsIn(orders.filter(({ order }) => order.isLeast)) - hidden;
  const total = orders.reduce((sum, { order }) => sum + order.devices, 0);
  const shown = (count: number | null) => (count === null ? messages.hidden : messages.number({ count }));
  const ordered = (count: number, isLeast: boolean) =>
    isLeast ? messages.atLeast({ count }) : messages.number({ count });
  return (
    <>
      <p>{messages.whose({ view: views.name(sheet), release: sheet.release.name })}</p>
      <p className="note">
        {`${messages.hiddenNote({ fewest: sheet.floor })} ${messages.leastNote({ count: least, absentCount: hidden })}`}
      </p>
      <p className="note">{messages.unansweredNote}</p>
      <Scroll label={messages.title}>
        <table className="wide devices">
          <caption className="sr-only">{messages.title}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.district}</th>
              {(['students', ...NEEDS, 'unanswered', 'order'] as const).map((column) => (
                <th key={column} scope="col" className="numeric">
                  {messages[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {orders.map(({ line, order }) => (
              <tr key={line.leaIds.join()}>
                <th scope="row" translate="no">
                  {line.name}
                </th>
                {([line.students, line.none, line.shared, line.unsuitable, line.unanswered] as const).map(
                  (count, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                    <td key={column} className={count === null ? 'numeric note' : 'numeric'}>
                      {shown(count)}
                    </td>
                  ),
                )}
                <td className="numeric">{order.isHidden ? messages.hidden : ordered(order.devices, order.isLeast)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{messages.all}</th>
              <td colSpan={5} />
              <td className="numeric">
                {ordered(total, hidden + least > 0)}
                {hidden > 0 && <span className="note">{messages.absent({ count: hidden })}</span>}
              </td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </>
  );
}
