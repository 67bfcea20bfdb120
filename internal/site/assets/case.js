// The form of a case. While a person writes, a worker does the small task that
// the page came with. Without this script the form works all the same: it is
// then taken once it is some seconds old.
for (const form of document.querySelectorAll("form[data-task]")) {
	const answer = form.elements.answer;
	const said = document.getElementById("sending");
	let worker = null;
	let waiting = false;

	function begin() {
		if (worker || answer.value || !window.Worker) return;
		try {
			worker = new Worker(form.dataset.worker);
		} catch {
			return; // not allowed here; then the form waits
		}
		worker.onmessage = e => {
			answer.value = e.data;
			if (waiting) send();
		};
		worker.onerror = () => {
			worker = null;
			if (waiting) send();
		};
		worker.postMessage({ task: form.dataset.task, bits: Number(form.dataset.bits) });
	}

	function send() {
		waiting = false;
		form.submit();
	}

	form.addEventListener("focusin", begin, { once: true });
	form.addEventListener("submit", e => {
		if (form.dataset.sent) { // a second press
			e.preventDefault();
			return;
		}
		form.dataset.sent = "yes";
		if (said) said.textContent = "Sending. With files this may take a while.";
		begin();
		if (!answer.value && worker) {
			e.preventDefault();
			waiting = true;
			// By then the form is old enough to be taken without it.
			setTimeout(() => { if (waiting) send(); }, 20_000);
		}
	});
	// Back from the next page: it can be sent again.
	addEventListener("pageshow", () => {
		delete form.dataset.sent;
		if (said) said.textContent = "";
	});
}

// What is missing is said first.
const gaps = document.getElementById("gaps") || document.getElementById("problem");
if (gaps) gaps.focus();
