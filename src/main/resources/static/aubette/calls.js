// Calls of this agent: a card for each, put beside the page, announced, never taking the focus.
(() => {
  const place = document.getElementById('calls');
  if (!place) return;
  const said = document.getElementById('calls-said');
  const token = document.querySelector('input[name=_csrf]')?.value;
  const card = (code) => document.getElementById(`call-${code}`);
  const narrow = matchMedia('(max-width: 52rem)');
  let cameFrom = null;
  // Calls that left the screen while the page asked what is on it.
  const left = new Set();
  const takenBack = new Set();

  const announce = (text) => { said.textContent = ''; requestAnimationFrame(() => { said.textContent = text; }); };

  const fold = (call, folded) => {
    const button = call.querySelector('[data-fold]');
    if (button && call.hasAttribute('data-folded') !== folded) {
      [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
      button.setAttribute('aria-expanded', String(!folded));
    }
    call.toggleAttribute('data-folded', folded);
  };

  const sign = (call) => call.querySelectorAll('form').forEach((form) => {
    if (form.elements._csrf) return;
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: '_csrf', value: token }));
  });

  const prepare = (call) => {
    sign(call);
    window.htmx?.process(call);
  };

  const typed = (old, fresh) => old.querySelector('form') && fresh.querySelector('form');

  // What is being written is never replaced: only what is told of the call around it is.
  const refresh = (old, fresh) => {
    old.querySelector('header').replaceWith(fresh.querySelector('header'));
    old.className = fresh.className;
    old.dataset.state = fresh.dataset.state;
    const folded = old.hasAttribute('data-folded');
    old.removeAttribute('data-folded');
    fold(old, folded);
  };

  const show = (html, quietly) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.call');
    if (!fresh) return;
    const old = card(fresh.dataset.call);
    if (old && typed(old, fresh)) refresh(old, fresh);
    else if (old) {
      const inside = old.contains(document.activeElement);
      const folded = old.hasAttribute('data-folded') && fresh.dataset.state === 'RINGING';
      old.replaceWith(fresh);
      prepare(fresh);
      fold(fresh, folded);
      if (inside) fresh.focus({ preventScroll: true });
    } else {
      place.append(fresh);
      prepare(fresh);
      fold(fresh, narrow.matches);
    }
    if (!quietly) announce(fresh.dataset.said);
  };

  const settle = (call, word) => {
    const state = call.querySelector('.call-state');
    if (state) state.textContent = word;
    call.classList.remove('ringing', 'talking');
    call.classList.add('over');
    call.dataset.state = 'OVER';
  };

  const leave = (call) => {
    if (call.contains(document.activeElement)) (cameFrom?.isConnected ? cameFrom : document.getElementById('main')).focus();
    call.remove();
  };

  // A card that is gone while one reads it stays, marked, until one leaves it.
  const gone = (code) => {
    left.add(code);
    const call = card(code);
    if (!call || call.querySelector('form')) return;
    announce(call.dataset.gone);
    if (!call.contains(document.activeElement)) return call.remove();
    settle(call, call.dataset.gone);
    call.addEventListener('focusout', (event) => call.contains(event.relatedTarget) || call.remove());
  };

  const over = (code) => {
    const call = card(code);
    left.add(code);
    if (!call) return;
    if (call.querySelector('form')) settle(call, call.dataset.over);
    else gone(code);
  };

  const again = () => {
    left.clear();
    return fetch('/appels/miens', { headers: { Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest' } })
      .then((answer) => (answer.ok && !answer.redirected ? answer.text() : ''))
      .then((html) => {
      const fresh = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('.call')];
      fresh.filter((each) => each.querySelector('form') || !left.has(each.dataset.call))
        .filter((each) => card(each.dataset.call)?.dataset.state !== each.dataset.state)
        .forEach((each) => show(each.outerHTML, true));
      left.forEach(over);
      [...place.querySelectorAll('.call[data-state=RINGING]')]
        .filter((each) => !fresh.some((one) => one.dataset.call === each.dataset.call))
        .forEach((each) => gone(each.dataset.call));
    })
    .catch(() => {});
  };

  window.aubetteCalls = { call: (html) => show(html), 'call-gone': gone, 'call-over': over, 'call-done': (code) => done(code), hello: again };

  place.addEventListener('click', (event) => {
    const call = event.target.closest('.call');
    if (event.target.closest('[data-fold]')) fold(call, !call.hasAttribute('data-folded'));
    if (event.target.closest('[data-dismiss]')) leave(call);
  });

  place.addEventListener('keydown', (event) => {
    const call = event.target.closest('.call');
    if (event.key === 'Escape' && !event.target.closest('details[open]')) { event.preventDefault(); cameFrom?.isConnected && cameFrom.focus(); }
    const rows = [...call.querySelectorAll('.found button')];
    if (!rows.length || !['ArrowDown', 'ArrowUp'].includes(event.key) || !event.target.closest('details')) return;
    event.preventDefault();
    const at = rows.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1);
    (rows[at] ?? call.querySelector('input[type=search]')).focus();
  });

  // Enter in the search goes to the first colleague of what is written there, once the list answers it: a call must not
  // go to whom half a word found. It never finishes the form.
  const listed = new WeakMap();
  const awaited = new WeakSet();
  const first = (search) => {
    if (listed.get(search) !== search.value) return;
    awaited.delete(search);
    search.closest('.call').querySelector('.found button')?.focus();
  };
  place.addEventListener('keydown', (event) => {
    const search = event.target;
    if (event.key !== 'Enter' || !search.matches('input[type=search]')) return;
    event.preventDefault();
    awaited.add(search);
    first(search);
  }, true);
  place.addEventListener('input', (event) => awaited.delete(event.target));
  // Not before it has settled: until then its buttons are not htmx's yet.
  place.addEventListener('htmx:afterSettle', (event) => {
    const { elt: search, formData } = event.detail.requestConfig ?? {};
    if (!search?.matches('input[type=search]')) return;
    listed.set(search, formData.get('q'));
    if (awaited.has(search)) first(search);
    else search.closest('.inline').scrollIntoView({ block: 'nearest' });
  });

  // The agent was in the form that is done: back to where she came from.
  place.addEventListener('htmx:load', (event) => {
    const call = event.target;
    if (!call.matches('.call')) return;
    sign(call);
    announce(call.dataset.said);
    // A form that was taken back is what its agent wants to go on with.
    if (call.dataset.state !== 'DONE') { takenBack.add(call.dataset.call); call.focus(); return; }
    takenBack.delete(call.dataset.call);
    (cameFrom?.isConnected ? cameFrom : document.getElementById('main')).focus();
  });

  // Finished in another tab; in this one the answer to the form may still be on its way.
  const done = (code) => setTimeout(() => {
    const call = card(code);
    if (call && call.dataset.state !== 'DONE' && !takenBack.has(code)) leave(call);
  }, 2000);

  const next = () => {
    const calls = [...place.querySelectorAll('.call')];
    if (!calls.length) return;
    if (!place.contains(document.activeElement)) cameFrom = document.activeElement;
    const at = calls.findIndex((each) => each.contains(document.activeElement));
    const call = calls[(at + 1) % calls.length];
    fold(call, false);
    call.focus();
  };

  document.addEventListener('keydown', (event) => {
    if (event.altKey && event.code === 'KeyA' && !event.ctrlKey) { event.preventDefault(); next(); }
  });
  document.getElementById('calls-go').addEventListener('click', next);
  again();
})();
