// Passkeys. A form with data-passkey asks the browser for one when it is sent, and
// goes on with what the device answered. Without this script, or where there are
// no passkeys, the forms stay hidden and the password works.

const text = b => btoa(String.fromCharCode(...new Uint8Array(b))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const bytes = s => Uint8Array.from(atob(s.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));
const ids = list => (list || []).map(k => ({ ...k, id: bytes(k.id) }));

// create makes a passkey, get shows one; both give what the server reads.
const ways = {
	async create(o) {
		o.challenge = bytes(o.challenge);
		o.user.id = bytes(o.user.id);
		o.excludeCredentials = ids(o.excludeCredentials);
		const k = await navigator.credentials.create({ publicKey: o });
		return {
			...head(k),
			response: {
				clientDataJSON: text(k.response.clientDataJSON), attestationObject: text(k.response.attestationObject),
				transports: k.response.getTransports ? k.response.getTransports() : [],
			},
		};
	},
	async get(o) {
		o.challenge = bytes(o.challenge);
		o.allowCredentials = ids(o.allowCredentials);
		const k = await navigator.credentials.get({ publicKey: o });
		const r = k.response;
		return {
			...head(k),
			response: {
				clientDataJSON: text(r.clientDataJSON), authenticatorData: text(r.authenticatorData), signature: text(r.signature),
				userHandle: r.userHandle ? text(r.userHandle) : "",
			},
		};
	},
};

const head = k => ({ id: k.id, rawId: text(k.rawId), type: k.type, authenticatorAttachment: k.authenticatorAttachment || undefined, clientExtensionResults: {} });

// why puts what the browser says into words.
function why(e) {
	switch (e.name) {
	case "NotAllowedError": return "Nothing was shown, or it took too long. Try again.";
	case "InvalidStateError": return "This device has a passkey for this account already.";
	case "NotSupportedError": return "This device cannot make such passkeys.";
	case "SecurityError": return "Passkeys do not work at this address.";
	}
	return e.words || "That did not work. Try again, or sign in another way.";
}

async function begin(form) {
	const r = await fetch(form.getAttribute("action") + "/begin", { method: "POST", headers: { Accept: "application/json" } });
	const isJSON = (r.headers.get("Content-Type") || "").startsWith("application/json");
	const said = isJSON ? await r.json() : {};
	if (said.go) location.assign(said.go);
	if (!r.ok) throw { words: said.problem };
	return said;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
	if (!window.PublicKeyCredential) continue;
	form.hidden = false;
	const button = form.querySelector("button"), problem = form.querySelector("[data-passkey-problem]");
	form.addEventListener("submit", async e => {
		e.preventDefault();
		button.disabled = true;
		problem.hidden = true;
		try {
			const { token, options } = await begin(form);
			form.elements.answer.value = JSON.stringify(await ways[form.dataset.passkey](options));
			form.elements.challenge.value = token;
			form.submit();
		} catch (e) {
			problem.textContent = why(e);
			problem.hidden = false;
			button.disabled = false;
			button.focus();
		}
	});
}
