package ledger

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// KeyFile is the name of the private key in the folder of a log.
const KeyFile = "key"

// fileNames are the files that make a log, by their path in its folder.
var fileNames = regexp.MustCompile(`^(key|verifier|hourly/[0-9TZ-]{14}(\.tsr)?|tree/(checkpoint|\.state/(treeState|version)|tile/(entries|[0-9]{1,2})/(x[0-9]{3}/)*[0-9]{3}(\.p/[0-9]{1,3})?))$`)

// IsFile tells whether a path, with slashes, is that of a file of a log in its folder.
func IsFile(name string) bool { return len(name) < 200 && fileNames.MatchString(name) }

// Files calls fn for every file that makes the log in dir, with its path in it. No
// lock and nothing that is being written is among them. It is to be called by who
// holds Lock.
func Files(dir string, fn func(name string) error) error {
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		base := path.Base(p)
		if base == "writer.lock" || strings.HasSuffix(base, ".lock") || strings.HasPrefix(base, ".new-") {
			return nil
		}
		if !IsFile(p) || !d.Type().IsRegular() {
			return fmt.Errorf("%s is no file of a log", filepath.Join(dir, p))
		}
		return fn(p)
	})
	if err != nil {
		return fmt.Errorf("reading the files of the log: %w", err)
	}
	return nil
}
