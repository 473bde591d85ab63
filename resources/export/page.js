// Steps through the run that stands in the page as data. Knows no run, asks no network, keeps nothing.
'use strict';
(() => {
  const run = JSON.parse(document.getElementById('run').textContent);
  const words = run.words;
  const $ = id => document.getElementById(id);
  const text = number => run.texts[number];
  const count = run.steps.length;

  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties))
      key in made ? made[key] = value : made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function drawn(name, attributes, ...children) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // {step} and {time} in a sentence, in whatever order the language wants them.
  const filled = (sentence, values) => sentence.replace(/\{([a-z_]+)\}/g, (_, name) => values[name]);

  // --- what is true after each step; what did not change is shared with the step before
  const output = [];
  const moments = [];
  let threads = [], objects = [], variables = new Map();
  run.steps.forEach((step, at) => {
    if (step.T) { threads = threads.slice(); for (const row of step.T) threads[row[0]] = row; }
    if (step.O) { objects = objects.slice(); for (const row of step.O) objects[row[0]] = row; }
    if (step.V) { variables = new Map(variables); for (const [scope, list] of step.V) variables.set(scope, list); }
    for (const row of step.P || []) output.push(row);
    moments.push({ threads, objects, variables, printed: output.length, step });
  });
  // Rows of the timeline: [{from, to, ...what}] wherever `of` gives the same.
  function stretches(of) {
    const found = [];
    moments.forEach((moment, at) => {
      const what = of(moment);
      const last = found[found.length - 1];
      if (last && last.to === at && last.key === (what && what.key)) last.to = at + 1;
      else if (what) found.push({ from: at, to: at + 1, ...what });
    });
    return found;
  }

  function tagOf(id) {
    const thread = run.threads[id];
    const tag = element('span', { className: 'tag', textContent: thread.sign, title: thread.name });
    tag.style.background = `var(--owner-${thread.colour})`;
    tag.style.color = `var(--on-owner-${thread.colour})`;
    return tag;
  }

  // --- the code
  const lines = $('lines');
  let shownFile = -1;
  function showFile(file) {
    if (file === shownFile) return;
    shownFile = file;
    $('file').textContent = run.files[file].name;
    const source = run.files[file].text.replace(/\s+$/, '').split('\n');
    lines.replaceChildren(...source.map((line, at) => element('div', { className: 'line' },
      element('span', { className: 'tags' }),
      element('span', { className: 'number', textContent: at + 1 }), element('code', { textContent: line }))));
  }

  function showCode(moment) {
    if (!run.files.length) return;
    const file = moment.step.f >= 0 ? moment.step.f : Math.max(shownFile, 0);
    showFile(file);
    const tags = new Map();
    for (const row of moment.threads)
      if (row && row[2] === file) tags.set(row[3], [...(tags.get(row[3]) || []), row[0]]);
    let most = 1;
    for (const ids of tags.values()) most = Math.max(most, ids.length);
    lines.style.setProperty('--tags', `${Math.min(most, 8) * 1.9 + .4}rem`);
    [...lines.children].forEach((line, at) => {
      const ids = tags.get(at + 1) || [];
      const isCurrent = moment.step.f === file && moment.step.l === at + 1;
      line.classList.toggle('current', isCurrent);
      isCurrent ? line.setAttribute('aria-current', 'step') : line.removeAttribute('aria-current');
      line.firstChild.replaceChildren(...ids.map(tagOf));
      if (isCurrent) {
        const top = line.offsetTop - lines.offsetTop;
        if (top < lines.scrollTop || top + line.offsetHeight > lines.scrollTop + lines.clientHeight)
          lines.scrollTop = top - lines.clientHeight / 2;
      }
    });
  }

  // --- the tables
  function letterOf(row) {
    const letter = element('span', { className: 'letter', textContent: row[1] });
    letter.style.background = `var(--state-${stateName(row[1])})`;
    letter.style.color = `var(--on-state-${stateName(row[1])})`;
    return letter;
  }
  const stateName = letter => letter === '.' ? 'ended' : letter;

  function showTables(moment) {
    $('threads').tBodies[0].replaceChildren(...moment.threads.filter(Boolean).map(row => element('tr',
      { className: row[0] === moment.step.w ? 'acts' : '' },
      element('th', { scope: 'row' }, tagOf(row[0]), ' ' + run.threads[row[0]].name),
      element('td', {}, letterOf(row), text(row[4])),
      element('td', { className: 'why', textContent: text(row[5]) }))));
    $('objects-section').hidden = !run.objects.length;
    $('objects').tBodies[0].replaceChildren(...moment.objects.filter(Boolean).map(row => element('tr', {},
      element('th', { scope: 'row', textContent: `${run.objects[row[0]].name} (${run.objects[row[0]].type})` }),
      element('td', { textContent: text(row[2]) }),
      element('td', {}, ...(row[1] < 0 ? [] : [tagOf(row[1]), ' ' + run.threads[row[1]].name])))));
    const rows = [];
    for (const [scope, list] of [...moment.variables].sort((a, b) => a[0] - b[0]))
      for (let at = 0; at < list.length; at += 2)
        rows.push(element('tr', {},
          element('td', {}, scope < 0 ? words.global : tagOf(scope)),
          element('td', { className: 'name', textContent: text(list[at]) }),
          element('td', { className: 'value', textContent: text(list[at + 1]) })));
    $('variables-section').hidden = !rows.length;
    $('variables').tBodies[0].replaceChildren(...rows);
    $('output').replaceChildren(...output.slice(0, moment.printed).map(row => element('span',
      { className: row[1] === 2 ? 'error' : '', title: row[0] < 0 ? '' : run.threads[row[0]].name, textContent: text(row[2]) })));
    $('output').scrollTop = $('output').scrollHeight;
  }

  // --- the timeline
  const rowHeight = 26, rulerHeight = 24;
  let column = 7;  // pixels: as wide as the page has room for
  const states = ['R', 'r', 'B', 'S'];
  let now, future, cursor;
  function hatches() {
    const made = { r: 'M2 0V8', B: 'M0 8L8 0M-2 2L2 -2M6 10L10 6', S: 'M0 4H8' };
    return Object.entries(made).map(([letter, path]) => drawn('pattern',
      { id: `hatch-${letter}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
      drawn('path', { d: path, stroke: `var(--on-state-${letter})`, 'stroke-width': 1, opacity: .55 })));
  }

  function bar(stretch, row, fill, ink, hatch, label, title) {
    const x = stretch.from * column, width = (stretch.to - stretch.from) * column, y = rulerHeight + row * rowHeight + 4;
    const box = { x, y, width, height: rowHeight - 8 };
    const group = drawn('g', {}, drawn('title', {}, title),
      drawn('rect', { ...box, style: `fill: var(${fill}); stroke: var(--text); stroke-width: .6` }));
    if (hatch) group.append(drawn('rect', { ...box, fill: `url(#hatch-${hatch})` }));
    if (width >= 7 * label.length + 4) {
      const middle = x + width / 2;
      if (hatch) group.append(drawn('rect', { x: middle - 4 * label.length - 1, y: y + 2, width: 8 * label.length + 2, height: rowHeight - 12, style: `fill: var(${fill})` }));
      group.append(drawn('text', { x: middle, y: y + 13, 'text-anchor': 'middle', style: `fill: var(${ink})` }, label));
    }
    return group;
  }

  function drawTimeline() {
    const rows = run.threads.length + run.objects.length;
    column = Math.max(7, Math.min(40, Math.floor($('rows').clientWidth / (count + 1))));
    const width = (count + 1) * column, height = rulerHeight + rows * rowHeight;
    const svg = drawn('svg', { width, height, role: 'img', 'aria-label': filled(words.timelineLabel, { threads: run.threads.length, steps: count }) });
    svg.append(drawn('defs', {}, ...hatches()));
    for (let row = 1; row < rows; row += 2)
      svg.append(drawn('rect', { x: 0, y: rulerHeight + row * rowHeight, width, height: rowHeight, class: 'stripe' }));
    const every = [1, 2, 5, 10, 20, 50, 100].find(n => n * column >= 40) || 200;
    for (let at = 0; at < count; ++at)
      if ((run.first + at) % every === 0) {
        svg.append(drawn('line', { x1: at * column, x2: at * column, y1: 18, y2: height, class: 'grid' }),
          drawn('text', { x: at * column + 2, y: 14, class: 'ruler' }, run.first + at));
      }
    now = drawn('rect', { y: 0, width: column, height, class: 'now' });
    svg.append(now);
    run.threads.forEach((thread, id) => {
      for (const found of stretches(moment => {
        const row = moment.threads[id];
        return row && states.includes(row[1]) ? { key: row[1], row } : null;
      }))
        svg.append(bar(found, id, `--state-${found.key}`, `--on-state-${found.key}`, found.key === 'R' ? '' : found.key, found.key,
          `${thread.name}: ${text(found.row[5])}`));
    });
    run.objects.forEach((object, place) => {
      for (const found of stretches(moment => {
        const row = moment.objects[place];
        return row && row[1] >= 0 ? { key: row[1], row } : null;
      })) {
        const owner = run.threads[found.key];
        svg.append(bar(found, run.threads.length + place, `--owner-${owner.colour}`, `--on-owner-${owner.colour}`, '', owner.sign,
          `${object.name}: ${text(found.row[2])}, ${owner.name}`));
      }
    });
    future = drawn('rect', { y: rulerHeight, height: height - rulerHeight, class: 'future' });
    cursor = drawn('line', { y1: 0, y2: height, class: 'cursor' });
    svg.append(future, cursor);
    svg.addEventListener('click', event => {
      show(Math.floor((event.clientX - svg.getBoundingClientRect().left) / column));
    });
    $('rows').append(svg);
  }

  function nameRows() {
    $('names').append(...run.threads.map((thread, id) => element('div', {}, tagOf(id), ' ' + thread.name)),
      ...run.objects.map(object => element('div', { textContent: object.name })));
    $('legend').append(...states.map(letter => element('li', {}, letterOf([0, letter]), words.states[letter])),
      element('li', {}, words.ownerLegend), element('li', {}, words.axis));
  }

  function showTimeline() {
    const x = at * column;
    now.setAttribute('x', x);
    cursor.setAttribute('x1', x);
    cursor.setAttribute('x2', x);
    future.setAttribute('x', x + column);
    future.setAttribute('width', Math.max(0, (count - at) * column));
    const view = $('rows');
    if (x < view.scrollLeft || x + 2 * column > view.scrollLeft + view.clientWidth) view.scrollLeft = x - view.clientWidth / 2;
  }

  // --- the moment
  const sentences = [...$('sentences').children];
  let at = 0;
  function show(wanted) {
    sentences[at].removeAttribute('aria-current');
    at = Math.max(0, Math.min(count - 1, wanted));
    const moment = moments[at];
    $('sentence').textContent = sentences[at].textContent;
    $('place').textContent = filled(words.place, { step: run.first + at, steps: run.total, time: moment.step.t });
    $('slider').value = run.first + at;
    $('slider').setAttribute('aria-valuetext', $('place').textContent);
    $('first').disabled = $('back').disabled = at === 0;
    $('next').disabled = $('last').disabled = at === count - 1;
    sentences[at].setAttribute('aria-current', 'step');
    showCode(moment);
    showTables(moment);
    showTimeline();
    // A link to this moment can be kept or sent; a browser that forbids it for files forbids nothing else.
    try { history.replaceState(null, '', `#step-${run.first + at}`); } catch { /* a link less */ }
  }

  let player = 0;
  function play(on) {
    clearInterval(player);
    player = on ? setInterval(() => at < count - 1 ? show(at + 1) : play(false), 900) : 0;
    $('play').textContent = on ? words.pause : words.play;
  }
  function go(wanted) { play(false); show(wanted); }

  function fromAddress() {
    const found = /^#step-(\d+)$/.exec(location.hash);
    return found ? Number(found[1]) - run.first : 0;
  }

  function toggleTheme() {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
  }

  const keys = {
    ArrowRight: () => go(at + 1), '.': () => go(at + 1), ArrowLeft: () => go(at - 1), ',': () => go(at - 1),
    PageDown: () => go(at + 10), PageUp: () => go(at - 10), Home: () => go(0), End: () => go(count - 1),
    p: () => play(!player), t: toggleTheme,
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // The slider moves by these keys itself, and what scrolls scrolls.
    if (event.target === $('slider') && event.key.length > 1) return;
    if (event.target === $('output') && /Page|Home|End/.test(event.key)) return;
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  $('first').onclick = () => go(0);
  $('back').onclick = () => go(at - 1);
  $('next').onclick = () => go(at + 1);
  $('last').onclick = () => go(count - 1);
  $('play').onclick = () => play(!player);
  $('theme').onclick = toggleTheme;
  $('slider').min = run.first;
  $('slider').max = run.first + count - 1;
  $('slider').oninput = () => go(Number($('slider').value) - run.first);
  $('sentences').addEventListener('click', event => {
    const item = event.target.closest('li');
    if (item) go(sentences.indexOf(item));
  });
  window.addEventListener('hashchange', () => go(fromAddress()));
  $('player').hidden = false;
  $('all').open = false;
  nameRows();
  drawTimeline();
  show(fromAddress());
})();
