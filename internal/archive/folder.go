package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// abandoned is the age beyond which a file under tmp belongs to a process that
// died. A living one writes to it, or is done with it, long before.
const abandoned = 24 * time.Hour

// clean takes away what processes that died left under tmp.
func (a *Archive) clean() error {
	entries, err := os.ReadDir(a.temp())
	if err != nil {
		return fmt.Errorf("archive: looking for leftovers: %w", err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			err = os.Remove(filepath.Join(a.temp(), e.Name()))
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("archive: taking leftovers away: %w", err)
		}
	}
	return nil
}

// makeFolder makes DIR/ab/cd and syncs the names of both folders.
func (a *Archive) makeFolder(folder string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.synced[folder] {
		return nil
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	// The name of a folder is kept in its parent. What is there already may have
	// been made a moment ago by someone who has not synced it yet.
	parent := filepath.Dir(folder)
	if err := syncDir(parent); err != nil {
		return err
	}
	if !a.synced[parent] {
		if err := syncDir(a.dir); err != nil {
			return err
		}
		a.synced[parent] = true
	}
	a.synced[folder] = true // 65,536 folders at most
	return nil
}

// syncFolder puts on the disk that a file stands in the folder.
func (a *Archive) syncFolder(folder string) error {
	if err := a.makeFolder(folder); err != nil {
		return err
	}
	return syncDir(folder)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if closing := d.Close(); err == nil {
		err = closing
	}
	return err
}
