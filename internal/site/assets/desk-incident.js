// Keys for the queue of incidents and the page of one. All that they do can be done with buttons and links too.
const rows = [...document.querySelectorAll("[data-row]")];
const said = document.querySelector("[data-said]");
const ticks = [...document.querySelectorAll("input[name=claim]")];
const counted = document.querySelector("[data-ticked]");
const keys = document.getElementById("keys");

const typing = (e) => e.closest?.("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio])");

function tell(text) {
	if (said) said.textContent = text;
}

// go moves to the row that is so many further on than the one where the focus is.
function go(by) {
	if (!rows.length) return;
	const at = rows.findIndex((r) => r.contains(document.activeElement));
	const to = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + by))];
	to.focus();
	to.scrollIntoView({ block: "nearest" });
}

function count() {
	if (!counted) return;
	const n = ticks.filter((t) => t.checked).length;
	counted.textContent = n === 0 ? "None ticked yet" : n === 1 ? "1 claim ticked" : n + " claims ticked";
	for (const t of ticks) t.closest("[data-row]").classList.toggle("ticked", t.checked);
}

// press does what a button does, once what it needs is there.
function press(button) {
	const needs = (button.dataset.needs ?? "").split(" ");
	if (needs.includes("tick") && !ticks.some((t) => t.checked)) {
		tell("Tick the claims first: j and k move, x ticks.");
		return;
	}
	if (needs.includes("other") && !document.querySelector("input[name=other]:checked")) {
		(document.querySelector("input[name=other]") ?? document.querySelector("[data-focus=m]"))?.focus();
		tell("Choose the other incident, or find it by words.");
		return;
	}
	if (needs.includes("grade") && !document.getElementById("grading").value && !document.getElementById("status").value) {
		document.getElementById("grading").focus();
		tell("Choose a grading, a strike status or both.");
		return;
	}
	button.click();
}

function help() {
	if (!keys) return;
	keys.open = !keys.open;
	if (keys.open) {
		keys.scrollIntoView({ block: "nearest" });
		keys.querySelector("summary").focus();
	}
}

document.addEventListener("keydown", (e) => {
	if (e.key === "Escape" && !e.isComposing && typing(e.target)) {
		e.preventDefault(); // a field for searching would be emptied
		e.target.blur();
		return;
	}
	if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || e.isComposing || e.defaultPrevented || typing(e.target)) return;
	const row = document.activeElement?.closest("[data-row]");
	let button;
	switch (e.key) {
		case "j":
			go(1);
			break;
		case "k":
			go(-1);
			break;
		case "x": {
			const tick = row?.querySelector("input[name=claim]");
			if (!tick) return;
			tick.checked = !tick.checked;
			count();
			break;
		}
		case "Enter":
			if (row !== document.activeElement || !row.querySelector("[data-open]")) return;
			row.querySelector("[data-open]").click();
			break;
		case "?":
			help();
			break;
		case "/":
			document.querySelector("#words, #f-q")?.focus();
			break;
		case "w":
			document.querySelector("[data-focus=w]")?.focus();
			break;
		case "a":
			button = document.querySelector('.second form[action$="/second"] button');
			if (!button) {
				tell("Nothing here waits for you to say the same.");
				return;
			}
			button.click();
			break;
		case "u":
			button = document.querySelector("[data-key=u]") ?? document.querySelector('.acts form[action$="/undo"] button');
			if (!button) {
				tell("There is nothing that you may take back.");
				return;
			}
			button.click();
			break;
		default:
			if (!/^[a-z]$/.test(e.key) || !(button = document.querySelector(`#decide [data-key="${e.key}"]`))) return;
			press(button);
	}
	e.preventDefault();
});
for (const t of ticks) t.addEventListener("change", count);
count();
document.getElementById("problem")?.focus();
