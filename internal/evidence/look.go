package evidence

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif" // the header of each kind of picture is read
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/webp"

	"isnad"
)

// Kind is what a file is for those who look at it.
type Kind string

const (
	KindPicture  Kind = "picture"
	KindFilm     Kind = "film"
	KindSound    Kind = "sound"
	KindDocument Kind = "document" // PDF, office documents
	KindText     Kind = "text"     // plain text, markup, tables
	KindArchive  Kind = "archive"  // ZIP, gzip
	KindOther    Kind = "other"    // not recognised
)

// Bounds is what a file may be at most.
type Bounds struct {
	Size     int64 // bytes
	Unpacked int64 // bytes that an archive gives in all, archives within it counted too
	Ratio    int64 // how many times its own size an archive may give, once it gives more than 1 MiB
	Entries  int   // files within an archive, archives within it counted too
	Depth    int   // archives within archives; 1 is an archive that holds none
	Pixels   int64 // width times height of a picture
	Shown    int64 // width times height of a picture that Copy decodes
	Memory   int64 // bytes that decoding a picture for Copy may need
	Scans    int   // times that a JPEG may go over its pixels to be decoded for Copy
	Edge     int   // longest side of a copy, in pixels
}

// Default is what every file handed in has to keep to.
func Default() Bounds {
	return Bounds{
		Size: 25 << 20, Unpacked: 200 << 20, Ratio: 100, Entries: 2000, Depth: 3,
		Pixels: 200_000_000, Shown: 60_000_000, Memory: 400 << 20, Scans: 100, Edge: 1600,
	}
}

// File is what a file shows itself to be.
type File struct {
	MediaType string // by its bytes; "application/octet-stream" when not recognised
	Kind      Kind
	Size      int64
	Width     int      // of a picture, as stored
	Height    int      //
	Shown     bool     // Copy can make a copy of it
	Doubts    []string // what people should know before they open it
}

// RefusedError says why a file is not taken, in words for who hands it in. It
// wraps isnad.ErrRefused, and isnad.ErrTooLarge where a bound was passed.
type RefusedError struct {
	Words string
	Large bool
}

func (e *RefusedError) Error() string { return e.Words }

// Unwrap makes it a refusal, whose words are for the person.
func (e *RefusedError) Unwrap() error { return isnad.ErrRefused }

// Is tells that a bound was passed, where one was.
func (e *RefusedError) Is(target error) bool { return e.Large && target == isnad.ErrTooLarge }

func refuse(format string, args ...any) error {
	return &RefusedError{Words: fmt.Sprintf(format, args...)}
}

func tooLarge(format string, args ...any) error {
	return &RefusedError{Words: fmt.Sprintf(format, args...), Large: true}
}

// Look says what the file is, or refuses it with a *RefusedError. The bytes are
// not changed and not kept.
func Look(b []byte, bounds Bounds) (File, error) {
	f := File{Size: int64(len(b)), MediaType: "application/octet-stream", Kind: KindOther}
	switch {
	case len(b) == 0:
		return f, refuse("The file is empty.")
	case f.Size > bounds.Size:
		return f, tooLarge("The file is larger than %s.", bytesWords(bounds.Size))
	}
	m := recognise(b)
	if m.refused != "" {
		return f, refuse("%s", m.refused)
	}
	f.MediaType, f.Kind = m.mediaType, m.kind
	if err := alsoSomethingElse(b, m, &f); err != nil {
		return f, err
	}
	switch {
	case m.kind == KindPicture:
		if err := lookAtPicture(b, m, bounds, &f); err != nil {
			return f, err
		}
	case m.archive:
		c := &counter{bounds: bounds, size: f.Size}
		if err := c.look(b, m.mediaType, 1); err != nil {
			return f, err
		}
		f.Doubts = append(f.Doubts, c.doubts...)
		if t := c.mediaType; t != "" {
			f.MediaType, f.Kind = t, c.kind
		}
	case m.mediaType == "application/pdf":
		for _, name := range []string{"/JavaScript", "/JS ", "/JS(", "/Launch", "/EmbeddedFile"} {
			if bytes.Contains(b, []byte(name)) {
				f.Doubts = append(f.Doubts, "The document may run something or holds files when it is opened.")
				break
			}
		}
	case m.kind == KindText && bytes.Contains(b, []byte("<!ENTITY")):
		f.Doubts = append(f.Doubts, "The text declares entities, which some programs unpack without end.")
	}
	return f, nil
}

// lookAtPicture reads the header only: a picture that is too large is refused
// before a pixel of it is decoded.
func lookAtPicture(b []byte, m magic, bounds Bounds, f *File) error {
	if !m.decodes {
		return nil // TIFF, HEIC, AVIF: kept, never shown
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return refuse("The file begins like a picture and cannot be read as one.")
	}
	f.Width, f.Height = c.Width, c.Height
	pixels := int64(c.Width) * int64(c.Height)
	need := needed(b, m.mediaType, c)
	switch {
	case need.lies:
		return refuse("The picture tells two different sizes of itself.")
	case c.Width <= 0 || c.Height <= 0:
		return refuse("The picture has no size.")
	case pixels > bounds.Pixels:
		return tooLarge("The picture is %d × %d pixels; %d million pixels are the most that is taken.", c.Width, c.Height, bounds.Pixels/1_000_000)
	case pixels > bounds.Shown, pixels*need.perPixel > bounds.Memory, need.scans > bounds.Scans:
		f.Doubts = append(f.Doubts, "The picture is too large to be shown; the original can be fetched.")
	default:
		f.Shown = true
	}
	return nil
}

func bytesWords(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d KB", n>>10)
}
