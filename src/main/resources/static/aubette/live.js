// "Changed" and a number, nothing more: the page looks again with its reader's own rights, at most once a second.
(() => {
  const body = document.body;
  if (body.dataset.live !== 'on') return;
  const SECOND = 1000;
  let waiting = null;
  let last = 0;

  const FIELDS = 'textarea, select, input:not([type=hidden])';
  const dirty = (ticket) => ticket.querySelector('details[name=act][open]')
    || [...ticket.querySelectorAll(FIELDS)].some((field) => field === document.activeElement
      || (field.matches('textarea, input') && field.value !== field.defaultValue));

  const offer = () => {
    const notice = document.getElementById('notice');
    notice.textContent = notice.dataset.changed + ' ';
    const again = document.createElement('a');
    again.href = location.pathname;
    again.textContent = notice.dataset.again;
    notice.append(again);
    notice.hidden = false;
  };

  const look = () => {
    waiting = null;
    last = Date.now();
    const ticket = document.querySelector('[data-ticket]');
    if (!ticket) body.dispatchEvent(new CustomEvent('aubette:changed'));
    else if (dirty(ticket)) offer();
    else htmx.ajax('GET', location.pathname, { target: '#ticket', select: '#ticket', swap: 'outerHTML' });
  };

  // Somebody may have begun to type since the new state was asked for.
  body.addEventListener('htmx:beforeSwap', (event) => {
    const { target } = event.detail;
    if (target.dataset.ticket && dirty(target)) { event.detail.shouldSwap = false; offer(); }
  });

  const heard = ({ changed, kind, data }) => {
    if (kind) window.aubetteCalls?.[kind](data);
    if (!changed) return;
    const ticket = document.querySelector('[data-ticket]');
    if (changed.length === 1 && changed[0] === 'courrier' && !document.getElementById('batches')) return;
    if (ticket && !changed.includes(ticket.dataset.ticket)) return;
    waiting ??= setTimeout(look, Math.max(0, last + SECOND - Date.now()));
  };

  if (window.SharedWorker) {
    const worker = new SharedWorker(`/aubette/worker.js?${document.documentElement.lang}`);
    worker.port.onmessage = (event) => heard(event.data);
    addEventListener('pagehide', () => worker.port.postMessage('bye'));
  } else {
    const stream = new EventSource(`/live?langue=${document.documentElement.lang}`);
    stream.addEventListener('changed', (event) => heard({ changed: event.data.split(' ') }));
    ['hello', 'call', 'call-gone', 'call-over', 'call-done'].forEach((kind) => stream.addEventListener(kind, (event) => heard({ kind, data: event.data })));
    addEventListener('pagehide', () => stream.close());
  }
})();
