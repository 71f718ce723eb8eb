/** The page's thread only hands buffers to the graphics card; everything else about hexes is done here. */
import { serveWorker, tellPage } from '../lib/worker-rpc.ts';
import { HexEngine } from './hex-engine.ts';
import type { News } from './protocol.ts';

const engine = new HexEngine((news, handOver) => tellPage<News>(news, handOver));

serveWorker(engine.work, () => 'The hexes could not be drawn.');
