package store

import (
	"context"
	"fmt"
)

// Names of settings.
const (
	SettingURL  = "url"  // the address that readers use, as serve was told it
	SettingGate = "gate" // what signs the tasks of forms; a secret
)

// Setting returns what processes on this database agreed in; empty where nobody
// has said it.
func (s *Store) Setting(ctx context.Context, name string) (value string, err error) {
	err = s.read(ctx, func(c *conn) (err error) {
		value, err = c.setting(name)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("reading the setting %s: %w", name, err)
	}
	return value, nil
}

func (c *conn) setting(name string) (value string, err error) {
	_, err = c.one("SELECT value FROM settings WHERE name = ?", []any{name}, &value)
	return value, err
}

// SetSetting says what holds from now on.
func (s *Store) SetSetting(ctx context.Context, name, value string) error {
	if was, err := s.Setting(ctx, name); err != nil || was == value { // most starts say the same again
		return err
	}
	err := s.write(ctx, func(c *conn) error {
		_, err := c.exec("INSERT INTO settings (name, value) VALUES (?,?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, clean(value))
		return err
	})
	if err != nil {
		return fmt.Errorf("writing the setting %s: %w", name, err)
	}
	return nil
}

// SettingOnce returns what was said first: value, where nobody has said anything.
func (s *Store) SettingOnce(ctx context.Context, name, value string) (first string, err error) {
	if first, err = s.Setting(ctx, name); err != nil || first != "" {
		return first, err
	}
	err = s.write(ctx, func(c *conn) error {
		if _, err := c.exec("INSERT INTO settings (name, value) VALUES (?,?) ON CONFLICT (name) DO NOTHING", name, clean(value)); err != nil {
			return err
		}
		first, err = c.setting(name)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("writing the setting %s: %w", name, err)
	}
	return first, nil
}
