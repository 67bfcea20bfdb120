package attribute

// A page of news has lines that look like heads of a log and head nothing: the day on which it was
// put up, the place and agency before the first sentence, the rights at its foot. "July 12, 2016",
// "AUGUSTA, Ga. (WQVB) -", "Copyright 2019 WQVB."

// headsAlike tells whether at least two of the heads of a text are closed in the same way, as the
// heads of a log are.
func (f *field) headsAlike() bool {
	for i := range f.entries {
		for j := range i {
			if f.entries[i].stop == f.entries[j].stop {
				return true
			}
		}
	}
	return false
}

// pageFurniture tells the words with which a line begins that tells of the page.
func pageFurniture(w string) bool {
	switch w {
	case "copyright", "published", "posted", "updated", "photo", "photos", "photograph", "image", "file photo", "source", "sources", "byline", "share", "tags", "filed", "reporting", "editing", "editor", "advertisement", "related":
		return true
	}
	return false
}
