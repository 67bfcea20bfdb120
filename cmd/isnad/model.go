package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"isnad/internal/ask/endpoint"
	"isnad/internal/pipeline"
)

// modelFlags set up the language model that is asked about slots of claims which
// the reader is not sure of. Without an address nobody is asked.
type modelFlags struct {
	ModelURL     string        `name:"model-url" help:"Address of an OpenAI-compatible interface, such as http://localhost:11434/v1, to ask about slots of claims that are empty or unsure. Parts of reports are sent there. Off by default." env:"ISNAD_MODEL_URL" placeholder:"URL"`
	ModelName    string        `name:"model-name" help:"Name of the model there." env:"ISNAD_MODEL_NAME" placeholder:"NAME"`
	ModelKeyFile string        `name:"model-key-file" help:"File that holds the key of the interface." env:"ISNAD_MODEL_KEY_FILE" type:"path" placeholder:"FILE"`
	ModelPerHour int           `name:"model-per-hour" help:"Most requests of this process in an hour." env:"ISNAD_MODEL_PER_HOUR" default:"600"`
	ModelTimeout time.Duration `name:"model-timeout" help:"Most time that one request may take." env:"ISNAD_MODEL_TIMEOUT" default:"60s"`
}

// maxKeyFile is in bytes.
const maxKeyFile = 8 << 10

// model is the endpoint that the flags set up, nil for none.
func (m *modelFlags) model() (pipeline.Model, error) {
	if m.ModelURL == "" {
		if m.ModelName != "" || m.ModelKeyFile != "" {
			return nil, fmt.Errorf("%w: --model-name and --model-key-file say nothing without --model-url", errUse)
		}
		return nil, nil
	}
	if m.ModelPerHour < 1 || m.ModelTimeout < time.Second || m.ModelTimeout > time.Hour {
		return nil, fmt.Errorf("%w: --model-per-hour is at least 1, --model-timeout from 1s to 1h", errUse)
	}
	key := ""
	if m.ModelKeyFile != "" {
		f, err := os.Open(m.ModelKeyFile)
		if err != nil {
			return nil, fmt.Errorf("reading the key of the model: %w", err)
		}
		b, err := io.ReadAll(io.LimitReader(f, maxKeyFile+1))
		if err := errors.Join(err, f.Close()); err != nil {
			return nil, fmt.Errorf("reading the key of the model: %w", err)
		}
		if key = strings.TrimSpace(string(b)); key == "" || len(b) > maxKeyFile {
			return nil, fmt.Errorf("%w: the file of the model's key is empty or too long", errUse)
		}
	}
	c, err := endpoint.New(endpoint.Options{URL: m.ModelURL, Model: m.ModelName, Key: key, Timeout: m.ModelTimeout, PerHour: m.ModelPerHour})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errUse, err)
	}
	return c, nil
}
