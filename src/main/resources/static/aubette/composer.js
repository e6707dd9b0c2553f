// Keeps what is typed on the server at most two seconds after a key; the text itself never leaves the page meanwhile.
(() => {
  const AFTER = 1500;
  const AGAIN = 2000;
  const form = document.getElementById('reply');
  const state = document.getElementById('reply-state');
  let timer = null;
  let saving = false;
  let dirty = false;
  let pressed = null;

  const field = (name) => form.querySelector(`input[name=${name}]`);
  const say = (text) => { if (state.textContent !== text) state.textContent = text; };
  const later = (wait) => { timer ??= setTimeout(save, wait); };

  // After a new sign-in the page's token is another one.
  const renew = async () => {
    const page = await fetch(location.pathname, { headers: { Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest' } });
    const token = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('#reply input[name=_csrf]');
    if (!page.ok || !token) return say(form.dataset.signedout);
    form.querySelectorAll('input[name=_csrf]').forEach((old) => { old.value = token.value; });
  };

  const took = async (response) => {
    const kept = await response.json();
    field('answer').value = kept.answer;
    field('version').value = kept.version;
    if (!dirty) say(`${form.dataset.saved} ${new Date(kept.at).toLocaleTimeString(document.documentElement.lang)}`);
  };

  const save = async () => {
    timer = null;
    if (saving) return;
    saving = true;
    dirty = false;
    say(form.dataset.saving);
    const data = new FormData(form);
    data.delete('file');
    try {
      const response = await fetch(form.dataset.autosave, { method: 'POST', body: data, headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } });
      const json = (response.headers.get('Content-Type') || '').includes('json');
      if (response.ok && json && !response.redirected) await took(response);
      else if (response.status === 409) say(form.dataset.conflict);
      else if (response.status !== 422) { dirty = true; await renew(); }
    } catch {
      dirty = true;
      say(form.dataset.offline);
    }
    saving = false;
    if (pressed) form.requestSubmit(pressed.button);
    else if (dirty) later(AGAIN);
  };

  if (form) {
    form.addEventListener('input', (event) => {
      if (event.target.type === 'file' || event.target.name === 'model') return;
      dirty = true;
      later(AFTER);
    });
    // A button pressed while a save is under way waits for it: two versions at once would be a conflict.
    form.addEventListener('submit', (event) => {
      clearTimeout(timer);
      if (saving) { event.preventDefault(); pressed = { button: event.submitter }; }
      else dirty = false;
    });
    addEventListener('pagehide', () => {
      if (!dirty) return;
      const data = new FormData(form);
      data.delete('file');
      navigator.sendBeacon(form.dataset.autosave, data);
    });
  }

  // Seconds until an answer leaves; the server decides, this only counts.
  setInterval(() => document.querySelectorAll('[data-due]').forEach((left) => {
    const seconds = Math.max(0, Math.round((Date.parse(left.dataset.due) - Date.now()) / 1000));
    left.textContent = `${seconds} s`;
  }), 500);
})();
