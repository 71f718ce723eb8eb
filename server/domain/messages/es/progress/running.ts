import type { runningProgress as English } from '../../en/progress/running.ts';
import { wordingIn } from '../../wording.ts';

const { decimal } = wordingIn('es');

export const runningProgress = {
  'step.in-all': ({ seconds }) => `${decimal(seconds, 1)} s en total`,
  'done.dry-run': ({ said }) => `${said}: así quedaría, y no se cambió nada, según lo pedido`,

  'database.creating': 'Se crea la base de datos, lo que la primera vez tarda unos diez segundos ...',
  'database.restarted': 'El proceso de la base de datos integrada terminó y se inicia de nuevo.',
  'database.up-to-date': 'La base de datos está al día.',
  'database.away': 'La base de datos no responde. Se intenta de nuevo ...',
  'step.database': 'Base de datos creada',

  'running.at': ({ address }) => `Gapmap responde en ${address}`,
  'running.stopping': 'Deteniendo ...',
  'running.waiting': 'En espera de trabajo. Ctrl-C detiene después del trabajo en curso.',
  'running.queue': ({ message }) => `La cola informa: ${message}`,

  'wait.again': ({ reason, seconds }) => `${reason}; se pregunta de nuevo en ${seconds} s`,
  'wait.busy': ({ status }) => `demasiadas solicitudes (${status})`,
  'wait.failed': ({ status }) => `el servidor falló (${status})`,
  'wait.no-answer': 'ninguna respuesta a tiempo',
  'wait.no-connection': 'sin conexión',
  'wait.no-connection/code': ({ code }) => `sin conexión (${code})`,
  'wait.answered': ({ status }) => `contestó ${status}`,
  'wait.no-json': 'la respuesta no era JSON completo',
  'wait.no-table': 'contestó con una página en lugar de una tabla',
  'wait.no-rows': 'su respuesta no es una tabla',
  'wait.given-up': ({ reason, tries }) => `${reason}, ${tries === 1 ? 'una vez' : `${tries} veces seguidas`}`,
  'wait.too-long': ({ reason, seconds }) => `${reason}, y pide esperar ${seconds} s`,

  'step.demo-state': 'Estado sintético hecho',
  'step.demo-pages': 'Páginas',
  'done.demo-pages/built': 'construidas',
  'done.demo-pages/unchanged': 'como estaban',
  'demo.incomplete': ({ message }) => `No se pudo cargar toda la demostración: ${message}`,

  'secret.rotated/setting':
    'Se cambió el secreto. Ponga el nuevo en GAPMAP_SERVER_SECRET de todos los procesos y reinícielos; hasta entonces no toman ni publican nada.',
  'secret.rotated/file':
    'Se cambió el secreto, y server.key contiene el nuevo. Cópielo a toda otra máquina de esta base de datos y a su copia de seguridad.',
  'secret.new-data-key': `Nada de antes corresponde a la clave nueva: los estudiantes de recolecciones anteriores no se reconocen en las posteriores, la próxima
publicación cuenta de nuevo cada área con otro ruido junto a los números anteriores, los certificados de antes ya no se comprueban, y
los envíos aún no aceptados deben hacerse de nuevo. Las propuestas y los borradores están bajo la clave nueva, salvo que se haya perdido la anterior.`,
  'secret.backups': 'Una copia de seguridad de antes sigue necesitando el secreto de antes.',
} satisfies typeof English;
