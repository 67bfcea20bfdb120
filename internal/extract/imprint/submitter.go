package imprint

import (
	"strings"
	"unicode/utf8"

	"isnad/internal/extract/wording"
)

var submitterLabels = []string{ // folded
	"submitted by", "sent in by", "sent by", "contributed by", "posted by", "uploaded by", "shared by", "forwarded by", "submitter:", "contributor:",
	"submission by", "contribution by", "ارسله:", "ارسله", "ارسلها", "ارسال:", "مرسل من", "مرسل:", "نشره:", "المرسل:", "مقدم من", "ارسل بواسطه", "نشر بواسطه", "soumis par", "envoyé par", "transmis par",
	"eingesandt von", "eingereicht von", "enviado por", "inviato da", "прислал", "прислала", "прислано", "отправил",
}

// ReadSubmitter reads "Submitted by X", with what follows the name left out.
func ReadSubmitter(s string) (string, bool) {
	s = strings.Trim(wording.Squeeze(s), "-–—―~•*|_()[] ")
	f := wording.Fold(s)
	for _, label := range submitterLabels {
		rest, ok := cutFolded(s, f, label)
		if !ok || rest == "" {
			continue
		}
		if r := wording.First(rest); !strings.HasSuffix(label, ":") && r != ' ' && r != ':' {
			continue
		}
		name := strings.Trim(rest, " :.")
		for _, stop := range []string{" on ", " at ", " | ", " – ", " — ", " - ", ", ", "، ", " بتاريخ ", " في ", " to ", " via ", " for "} {
			if i := strings.Index(name, stop); i > 0 {
				name = name[:i]
			}
		}
		name = strings.Trim(name, " :.,|")
		if name == "" || len(strings.Fields(name)) > 5 || utf8.RuneCountInString(name) > 80 || strings.Contains(name, "://") {
			continue
		}
		// A sentence that happens to start so goes on in lower case.
		if len(strings.Fields(name)) > 1 && !PersonLike(name) && !agencyLike(name) {
			continue
		}
		return name, true
	}
	return "", false
}
