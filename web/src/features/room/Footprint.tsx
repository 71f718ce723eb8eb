/** One row a filing and technology. */
import type { RoomChoice } from '../../lib/room-choice.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { technologyName } from '../../lib/words.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { roomMessages } from './messages.ts';
import { type Room, useDownload } from './queries.ts';

export function Footprint({ room, choice }: { readonly room: Room; readonly choice: RoomChoice }) {
  const { footprint: messages } = useCatalog(roomMessages);
  const download = useDownload();
  if (room.served.length === 0)
    return (
      <section aria-labelledby="footprint">
        <h2 id="footprint">{messages.title}</h2>
        <p>{messages.nothing}</p>
        <p className="note">{messages.open}</p>
      </section>
    );
  return (
    <section aria-labelledby="footprint">
      <h2 id="footprint">{messages.title}</h2>
      <p>{messages.hexes({ count: room.hexes })}</p>
      <Scroll label={messages.title}>
        <table className="wide" id="served">
          <thead>
            <tr>
              <th scope="col">{messages.filing}</th>
              <th scope="col">{messages.technologyHead}</th>
              <th scope="col" className="numeric">
                {messages.fastest}
              </th>
              <th scope="col" className="numeric">
                {messages.hexesHead}
              </th>
              <th scope="col" className="numeric">
                {messages.locations}
              </th>
              <th scope="col" className="numeric">
                {messages.fast}
              </th>
            </tr>
          </thead>
          <tbody>
            {room.served.map((line) => (
              <tr key={`${line.filing} ${line.technology}`}>
                <td>
                  <FilingName room={room} id={line.filing} />
                </td>
                <td>{technologyName(line.technology)}</td>
                <td className="numeric">
                  {`${messages.count({ count: line.downloadMbps })}/${messages.count({ count: line.uploadMbps })}`}
                </td>
                <td className="numeric">{messages.count({ count: line.hexes })}</td>
                {line.locations === null || line.locations10020 === null ? (
                  <td colSpan={2} className="note">
                    {messages.areas}
                  </td>
                ) : (
                  <>
                    <td className="numeric">{messages.count({ count: line.locations })}</td>
                    <td className="numeric">{messages.count({ count: line.locations10020 })}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">{messages.open}</p>
      <div className="actions">
        <a className="button quiet" href={download.footprint(choice.release)} download="footprint.geojson">
          {messages.download}
        </a>
      </div>
    </section>
  );
}

function FilingName({ room, id }: { readonly room: Room; readonly id: number }) {
  const { footprint: messages } = useCatalog(roomMessages);
  const filing = room.filings.find((one) => one.id === id);
  if (!filing) return null;
  return (
    <>
      {messages.filed(filing)}
      {filing.correctedFor === room.provider.name && <span className="room-mark">{messages.corrected}</span>}
    </>
  );
}
