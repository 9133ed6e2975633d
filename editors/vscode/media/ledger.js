// The page of the 指标台账. It shows what it is sent and tells what the user does; it decides nothing.

const vscode = acquireVsCodeApi();
const words = document.getElementById('words');
const state = document.getElementById('state');
const summary = document.getElementById('summary');
const message = document.getElementById('message');
const [head] = document.querySelectorAll('thead tr');
const [body] = document.querySelectorAll('tbody');
let sent = { head: [], rows: [], message: '', most: 0 };

/** The numbers of the rows that pass the filter. */
function passing() {
  const asked = words.value.trim();
  const wanted = {
    all: () => true,
    ticked: (row) => row.ticked,
    unticked: (row) => !row.ticked,
    wrong: (row) => row.verdict === 'wrong',
    right: (row) => row.verdict === 'right',
    none: (row) => row.verdict === 'none',
  }[state.value];
  const all = sent.rows.map((_, index) => index);
  return all.filter((index) => wanted(sent.rows[index]) && sent.rows[index].cells.some((cell) => cell.includes(asked)));
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function tableRow(index) {
  const { cells, ticked, verdict } = sent.rows[index];
  const row = document.createElement('tr');
  row.className = `${verdict}${ticked ? ' ticked' : ''}`;
  row.tabIndex = 0;
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: ticked, title: '已与来源核对' });
  box.addEventListener('click', (event) => event.stopPropagation());
  box.addEventListener('change', () => {
    sent.rows[index].ticked = box.checked;
    row.classList.toggle('ticked', box.checked);
    tell();
    vscode.postMessage({ kind: 'tick', row: index, ticked: box.checked });
  });
  const first = document.createElement('td');
  first.append(box);
  row.append(first, ...cells.map((cell) => Object.assign(element('td', cell), { title: cell })));
  row.addEventListener('click', () => vscode.postMessage({ kind: 'jump', row: index }));
  row.addEventListener('keydown', (event) => event.key === 'Enter' && vscode.postMessage({ kind: 'jump', row: index }));
  return row;
}

function tell() {
  const count = (holds) => sent.rows.filter(holds).length;
  const [ticked, right, wrong] = [count((row) => row.ticked), count((row) => row.verdict === 'right'), count((row) => row.verdict === 'wrong')];
  summary.textContent = sent.rows.length > 0 ? `共 ${sent.rows.length} 个数：已核 ${ticked}，算术相符 ${right}，不符 ${wrong}` : '';
}

function draw() {
  const rows = passing();
  head.replaceChildren(element('th', '已核'), ...sent.head.map((name) => element('th', name)));
  body.replaceChildren(...rows.slice(0, sent.most).map(tableRow));
  const more = rows.length > sent.most ? `只列出前 ${sent.most} 个，其余请用筛选。` : '';
  message.textContent = sent.message || more || (rows.length === 0 ? '没有符合条件的数字。' : '');
  tell();
}

words.addEventListener('input', draw);
state.addEventListener('change', draw);
document.getElementById('copy').addEventListener('click', () => vscode.postMessage({ kind: 'copy', rows: passing() }));
window.addEventListener('message', (event) => {
  sent = event.data;
  draw();
});
vscode.postMessage({ kind: 'ready' });
