// One-key shortcuts, shown on their buttons, silent while one types, and switched off for good in the help.
(() => {
  const OFF = 'aubette-keys-off';
  const help = document.getElementById('keys');
  const toggle = document.getElementById('keys-on');
  const typing = (element) => element.matches('input, textarea, select, [contenteditable]');

  if (toggle) {
    toggle.checked = !localStorage.getItem(OFF);
    toggle.addEventListener('change', () => (toggle.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1')));
  }

  const row = (step) => {
    const rows = [...document.querySelectorAll('[data-row]')];
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  };

  // From the search field down into what it proposes, and back.
  const quick = (event) => {
    const all = [document.getElementById('q'), ...document.querySelectorAll('[data-quick]')];
    const at = all.indexOf(event.target);
    const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };

  const use = (element) => {
    if (element.matches('input, textarea, select')) return element.focus();
    element.click();
    const opened = element.closest('details[open]');
    (opened?.querySelector('[data-first]') ?? opened?.querySelector('select, textarea, input:not([type=hidden])'))?.focus();
  };

  document.addEventListener('keydown', (event) => {
    const field = typing(event.target);
    if (field && event.key === 'Enter' && event.ctrlKey) event.target.form?.requestSubmit();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') quick(event);
    if (event.key === 'Escape') {
      document.getElementById('quick')?.replaceChildren();
      const open = event.target.closest('details[open]:not(.page)');
      if (open) { open.open = false; open.querySelector('summary').focus(); }
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF) || help?.open) return;
    if (event.key === 'j' || event.key === 'k') return row(event.key === 'j' ? 1 : -1);
    if (event.key === '?') return help?.showModal();
    const key = `[data-key="${CSS.escape(event.key)}"]`;
    const scope = event.target.closest('[data-scope]');
    // In a call no key acts on another call, nor on the page behind it; and none acts on a call that is folded.
    const meant = (each) => !each.closest('.call[data-folded]') && !(scope?.matches('.call') && each.closest('main, .call'));
    const target = scope?.querySelector(key) ?? [...document.querySelectorAll(key)].find(meant);
    if (target) { event.preventDefault(); use(target); }
  });

  document.addEventListener('click', (event) => {
    if (!event.target.closest('.seek')) document.getElementById('quick')?.replaceChildren();
    if (event.target.closest('[data-open=keys]')) help?.showModal();
    document.querySelectorAll('details.who[open], details[name=act][open]').forEach((open) => {
      if (!open.contains(event.target)) open.open = false;
    });
  });
  document.addEventListener('change', (event) => event.target.matches('[data-submit]') && event.target.form.submit());
  document.documentElement.classList.add('js');
})();
