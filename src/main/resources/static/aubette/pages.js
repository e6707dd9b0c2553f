// Pages as pictures: a word chosen in the text lights up on the picture and back; letters cut by keyboard.
(() => {
  const NUMBERS = 5;

  const words = (text) => {
    const found = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach((node) => {
      const parts = document.createDocumentFragment();
      node.data.split(/(\s+)/).forEach((part) => {
        if (!part.trim()) return parts.append(part);
        const word = document.createElement('span');
        word.className = 'word';
        word.textContent = part;
        found.push(word);
        parts.append(word);
      });
      node.replaceWith(parts);
    });
    return found;
  };

  const light = (page, at) => {
    page.querySelectorAll('.lit').forEach((each) => each.classList.remove('lit'));
    if (at < 0) return;
    page.words[at].classList.add('lit');
    page.boxes[at].classList.add('lit');
    page.boxes[at].scrollIntoView({ block: 'nearest' });
  };

  const box = (figure, numbers) => {
    const [sure, left, top, width, height] = numbers;
    const spot = document.createElement('i');
    spot.className = sure < 60 ? 'spot unsure' : 'spot';
    Object.entries({ left, top, width, height }).forEach(([name, share]) => spot.style.setProperty(name, `${share / 100}%`));
    figure.append(spot);
    return spot;
  };

  const join = async (figure) => {
    const page = figure.closest('.facing');
    const answer = await fetch(figure.dataset.words, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    if (!answer.ok || page.words) return;
    const numbers = await answer.json();
    const said = words(page.querySelector('.text'));
    if (numbers.length !== said.length * NUMBERS) return;
    page.words = said;
    page.boxes = said.map((word, at) => {
      word.classList.toggle('unsure', numbers[at * NUMBERS] < 60);
      return box(figure, numbers.slice(at * NUMBERS, (at + 1) * NUMBERS));
    });
    const text = page.querySelector('.text');
    text.tabIndex = 0;
    let at = -1;
    const go = (to) => { at = Math.max(0, Math.min(said.length - 1, to)); light(page, at); };
    page.addEventListener('click', (event) => {
      const spot = page.boxes.indexOf(event.target);
      const word = page.words.indexOf(event.target);
      if (spot >= 0 || word >= 0) go(Math.max(spot, word));
    });
    text.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) { event.preventDefault(); go(at + step); }
    });
  };

  const joinWhenDrawn = (figure) => {
    const image = figure.querySelector('img');
    if (image.complete && image.naturalWidth) join(figure);
    else image.addEventListener('load', () => join(figure), { once: true });
    image.addEventListener('error', () => figure.classList.add('gone'), { once: true });
  };
  const all = () => document.querySelectorAll('figure[data-words]:not(.seen)').forEach((figure) => { figure.classList.add('seen'); joinWhenDrawn(figure); });
  all();
  document.body.addEventListener('htmx:afterSettle', all);

  const form = document.getElementById('cut');
  if (!form) return;
  const boxes = [...form.querySelectorAll('input[name=debut]')];
  const undo = [];
  const count = () => {
    let fold = 0;
    boxes.forEach((each) => {
      if (each.checked) fold += 1;
      const page = each.closest('li');
      page.classList.toggle('begins', each.checked);
      page.classList.toggle('odd', fold % 2 === 1);
      page.querySelector('.fold-no').textContent = form.dataset.fold.replace('{0}', fold);
    });
    const said = document.getElementById('cut-count');
    said.textContent = said.dataset.text.replace('{0}', fold);
  };
  const go = (from, step) => {
    const open = boxes.filter((each) => !each.disabled);
    const at = open.indexOf(from);
    const next = at < 0 ? open[0] : open[Math.max(0, Math.min(open.length - 1, at + step))];
    next?.focus();
    next?.closest('li').scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  form.addEventListener('change', (event) => { if (event.target.name === 'debut') undo.push(event.target); count(); });
  form.addEventListener('reset', () => { undo.length = 0; setTimeout(count); });
  form.addEventListener('keydown', (event) => {
    if (event.target.name !== 'debut') return;
    if (event.key === 'Enter') { event.preventDefault(); form.requestSubmit(); }
  });
  document.addEventListener('keydown', (event) => {
    const field = event.target.matches('input:not([type=checkbox]), textarea, select');
    if (field || event.altKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); go(event.target, step); }
    if (event.key === 'a' && !event.ctrlKey) {
      form.classList.toggle('near');
      event.target.closest('#cut li')?.scrollIntoView({ block: 'start' });
    }
    if (event.key === 'z' && undo.length) {
      const last = undo.pop();
      last.checked = !last.checked;
      last.focus();
      count();
    }
  });
  form.addEventListener('submit', () => { document.getElementById('cut-confirm').disabled = true; });
  count();
  go(null, 0);
})();
