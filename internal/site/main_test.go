package site_test

import (
	"os"
	"testing"

	"isnad/internal/isnadtest/browser"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }
