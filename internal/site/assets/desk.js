// Keys of the desk. Everything they do has a link, a button or a field in the
// page; without this script the page is whole. An element says with data-key
// which key stands for it.
const say = document.getElementById("say");
const keys = document.getElementById("keys");

if (keys) keys.hidden = false;

// typing tells whether the focus is where letters are wanted.
function typing(e) {
	const t = e.target;
	return t.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName) && !/^(checkbox|radio|button|submit)$/.test(t.type);
}

function tell(text) {
	if (say) say.textContent = text;
}

// rows are the claims of a list; j and k walk through them.
const rows = [...document.querySelectorAll("[data-row]")];

function walk(step) {
	const at = rows.indexOf(document.activeElement);
	const to = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
	if (to) {
		to.focus();
		to.closest("tr").scrollIntoView({ block: "nearest" });
		return;
	}
	tell(step > 0 ? "This is the last row." : "This is the first row.");
}

const cases = document.querySelector(".case-page, .cases") !== null;

const missing = cases ? {
	j: "There is no next case.", k: "There is no case before this one.", a: "There is nothing to acknowledge here.", t: "It cannot be taken up now.",
	d: "It is not for you to decide now.", c: "There is nothing to carry out now.", p: "The person cannot be asked now.", n: "There is no place for a note here.",
	g: "It cannot be given to anybody now.", m: "It is yours already, or cannot be.", x: "Nothing is to be done next.", r: "See first what it does.",
} : {
	j: "There is no next claim.", k: "There is no claim before this one.", a: "There is nothing to accept here.", e: "There is nothing to edit here.",
	r: "There is nothing to reject here.", s: "There is nothing to split here.", u: "There is nothing of yours to take back here.",
};

const rejecting = document.getElementById("rejecting");

document.addEventListener("keydown", e => {
	if (e.key === "Escape" && rejecting && rejecting.open) {
		rejecting.open = false;
		rejecting.querySelector("summary").focus();
		return;
	}
	if (e.key === "Escape" && cases && typing(e)) {
		e.target.blur(); // what was typed stays
		return;
	}
	if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || typing(e)) return;
	if (e.key === "?" && keys) {
		keys.open = !keys.open;
		if (keys.open) {
			keys.scrollIntoView({ block: "nearest" });
			keys.querySelector("summary").focus();
		}
		e.preventDefault();
		return;
	}
	if (rows.length && (e.key === "j" || e.key === "k")) {
		walk(e.key === "j" ? 1 : -1);
		e.preventDefault();
		return;
	}
	const next = document.getElementById("next");
	if (cases && e.key === "x" && next) {
		next.focus();
		next.scrollIntoView({ block: "nearest" });
		e.preventDefault();
		return;
	}
	const to = document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
	if (!to) {
		if (missing[e.key] && !rows.length) tell(missing[e.key]);
		return;
	}
	e.preventDefault();
	if (to.tagName === "SUMMARY") {
		const box = to.parentElement;
		// The field takes the focus after the key is done with, so that the letter does not land in it.
		setTimeout(() => box.querySelector("textarea, select")?.focus());
		box.open = true;
	} else {
		to.click();
	}
});

// A reason is wanted as soon as its field is shown.
if (rejecting) {
	rejecting.addEventListener("toggle", () => {
		if (rejecting.open) document.getElementById("reason").focus();
	});
}

for (const box of document.querySelectorAll("details.doing")) {
	box.querySelector("summary").addEventListener("click", () => setTimeout(() => box.open && box.querySelector("textarea, select").focus()));
}

// Where a page begins: at what is to be chosen, else at what went wrong.
const form = document.querySelector("[data-begin]");
const begin = form && document.getElementById(form.dataset.begin);
const first = begin ? begin.querySelector("input[type=radio]:checked") || begin.querySelector("input:not([type=hidden]), select")
	: document.getElementById("problem") || document.getElementById("conflict") || document.getElementById("preview");
if (first) {
	first.focus();
	first.scrollIntoView({ block: first.id === "preview" ? "start" : "center" });
}

// What was just done is said once the page is there.
const done = document.querySelector("#done p");
if (done) setTimeout(() => tell(done.textContent), 300);

// On a narrow window the passage may stand below what is seen.
const passage = document.querySelector("mark.chosen");
if (passage && !first && !location.hash && passage.getBoundingClientRect().bottom > innerHeight - 100) {
	passage.scrollIntoView({ block: "center" });
}
