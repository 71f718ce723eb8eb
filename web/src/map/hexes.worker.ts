/** Does all work on hexes; the page's thread only passes buffers to the GPU. */
import { serveWorker, tellPage } from '../lib/worker-rpc.ts';
import { HexEngine } from './hex-engine.ts';
import type { News } from './protocol.ts';

const engine = new HexEngine((news, handOver) => tellPage<News>(news, handOver));

serveWorker(engine.work, () => 'The hexes could not be drawn.');
