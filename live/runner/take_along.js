// The chapter's notebook with what the reader wrote in the place of the cells.
export async function takeAlong(address, written) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const text = `${JSON.stringify(filled(await answer.json(), written), null, 1)}\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
  link.download = new URL(address).pathname.split("/").at(-1);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

// An answer on paper that was right, in the place of its cell's None.
function answered(source) {
  const [, name] = /= None.*\n.*\bchecks\.(\w+)\(/.exec(source) || [];
  const answer = name && window.xcorrQuestions?.progress?.of(name);
  if (!answer?.solved || !/^[\d\s,()[\]-]+$/.test(answer.text)) return source;
  return source.replace("None", () => answer.text.trim());
}

// A cell that was changed has not been run: its stored output would be another's.
function filled(notebook, written) {
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    const source = [cell.source].flat().join("");
    const mine = written[source] ?? answered(source);
    if (mine === source) continue;
    cell.source = mine.split(/(?<=\n)/u);
    cell.outputs = [];
    cell.execution_count = null;
  }
  return notebook;
}
