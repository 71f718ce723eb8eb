/**
 * Leads through a deck by keyboard, clicker and buttons, moves the camera, and keeps the time. Its source goes into the saved file as
 * it is, so it uses nothing from outside itself.
 *
 * @returns what ends it
 */
export function playDeck(deck: HTMLElement): () => void {
  const found = (selector: string) => [...deck.querySelectorAll<HTMLElement>(selector)];
  const put = (selector: string, text: string) => {
    for (const place of found(selector)) if (place.textContent !== text) place.textContent = text;
  };
  let at = 0;
  let begun: number | undefined;

  const show = (wanted: number) => {
    const steps = found('.deck-step');
    at = Math.max(0, Math.min(steps.length - 1, wanted));
    const current = steps[at];
    for (const step of steps) {
      step.toggleAttribute('data-current', step === current);
      step.inert = step !== current;
    }
    for (const note of found('.deck-note')) note.hidden = note.dataset.note !== current?.dataset.step;
    look(current);
    put('.deck-at', `${at + 1} / ${steps.length}`);
  };

  const look = (step: HTMLElement | undefined) => {
    const map = found('.deck-map')[0];
    if (!map || !step) return;
    map.setAttribute('aria-label', step.dataset.alt ?? '');
    map.dataset.layers = step.dataset.layers ?? '';
    for (const { drawing, zoom, x, y, isShown } of JSON.parse(step.dataset.cameras ?? '[]'))
      for (const drawn of found(`[data-drawing="${drawing}"]`)) {
        drawn.style.transform = `translate(${x}%, ${y}%) scale(${zoom})`;
        drawn.style.setProperty('--zoom', String(zoom));
        drawn.style.opacity = isShown ? '1' : '0';
      }
  };

  const move = (to: number) => {
    begun ??= Date.now();
    show(to);
    put('.deck-live', found('.deck-step')[at]?.getAttribute('aria-label') ?? '');
  };

  const toggleNotes = () => {
    const isOpen = deck.toggleAttribute('data-notes');
    for (const button of found('[data-do="notes"]')) button.setAttribute('aria-expanded', String(isOpen));
  };

  const enter = () => {
    deck.toggleAttribute('data-presenting', true);
    begun ??= Date.now();
    deck.focus();
    deck.requestFullscreen?.().catch(() => undefined);
  };
  const leave = () => {
    deck.removeAttribute('data-presenting');
    if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  };

  const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const tick = () => {
    const planned = found('.deck-step').map(({ dataset }) => Number(dataset.seconds));
    const all = planned.reduce((sum, seconds) => sum + seconds, 0);
    const until = planned.slice(0, at + 1).reduce((sum, seconds) => sum + seconds, 0);
    const gone = begun === undefined ? 0 : Math.floor((Date.now() - begun) / 1000);
    put('.deck-clock', `${clock(gone)} / ${clock(all)}`);
    deck.toggleAttribute('data-late', gone > until);
  };

  const acts: Record<string, () => void> = {
    back: () => move(at - 1),
    next: () => move(at + 1),
    notes: toggleNotes,
    whole: () => (deck.hasAttribute('data-presenting') ? leave() : enter()),
  };
  const keys: Record<string, () => void> = {
    ArrowRight: () => move(at + 1),
    ArrowDown: () => move(at + 1),
    PageDown: () => move(at + 1),
    ' ': () => move(at + 1),
    ArrowLeft: () => move(at - 1),
    ArrowUp: () => move(at - 1),
    PageUp: () => move(at - 1),
    Home: () => move(0),
    End: () => move(Number.POSITIVE_INFINITY),
    n: toggleNotes,
    N: toggleNotes,
    Escape: leave,
  };
  const onKey = (event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const isOurs = deck.hasAttribute('data-file') || deck.hasAttribute('data-presenting');
    if (altKey || ctrlKey || metaKey || !(target instanceof Element)) return;
    // On a page where nothing else has the focus, keys and a clicker lead through it too.
    if (!isOurs && target !== document.body && !deck.contains(target)) return;
    if (key === ' ' && target.closest('button, a')) return;
    const act = keys[key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const onClick = ({ target }: Event) => {
    const name = target instanceof Element && target.closest<HTMLElement>('[data-do]')?.dataset.do;
    if (name) acts[name]?.();
  };
  const onWhole = () => {
    if (!document.fullscreenElement) deck.removeAttribute('data-presenting');
  };
  // Steps that are hidden or ordered anew while they are told.
  const watched = new MutationObserver(() => show(at));
  const steps = found('.deck-steps')[0];
  if (steps) watched.observe(steps, { childList: true });

  document.addEventListener('keydown', onKey);
  document.addEventListener('fullscreenchange', onWhole);
  deck.addEventListener('click', onClick);
  const ticking = setInterval(tick, 500);
  show(0);
  tick();
  return () => {
    watched.disconnect();
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('fullscreenchange', onWhole);
    deck.removeEventListener('click', onClick);
    clearInterval(ticking);
  };
}
