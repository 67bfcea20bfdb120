package warc

import (
	"errors"
	"io"
	"maps"
	"strings"
	"testing"

	"isnad"
	"isnad/internal/coding"
)

func TestPayload(t *testing.T) {
	const response = "WARC-Type: response\nContent-Type: application/http; msgtype=response\n"
	const cut = response + "WARC-Truncated: length\n"
	packed := gz("<p>Nine were taken to the clinic.</p>")
	for name, c := range map[string]struct {
		fields, content string
		want            Payload
		err             error
	}{
		"a response": {response, crlf("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\nX-One: 1\n\n<p>nine</p>"),
			Payload{Status: 200, MediaType: "text/html; charset=utf-8", Body: []byte("<p>nine</p>"), Headers: map[string]string{"content-type": "text/html; charset=utf-8", "x-one": "1"}}, nil},
		"line ends are LF": {response, "HTTP/1.0 404 Not Found\nA: b\n\ngone\n",
			Payload{Status: 404, Body: []byte("gone\n"), Headers: map[string]string{"a": "b"}}, nil},
		"HTTP/2 as browsers name it":    {response, crlf("HTTP/2 200\n\nnine"), Payload{Status: 200, Body: []byte("nine")}, nil},
		"the last line without its end": {response, "HTTP/1.1 204 No Content\r\nA: b", Payload{Status: 204, Headers: map[string]string{"a": "b"}}, nil},
		"no body, no blank line":        {response, crlf("HTTP/1.1 204 No Content\nA: b\n"), Payload{Status: 204, Headers: map[string]string{"a": "b"}}, nil},
		"a type left out":               {"WARC-Type: response\nWARC-Target-URI: http://outlet.example/\n", crlf("HTTP/1.1 200 OK\n\nnine"), Payload{Status: 200, Body: []byte("nine")}, nil},
		"headers twice, folded, broken, and cookies": {response, crlf("HTTP/1.1 200 OK\nA: 1\nSet-Cookie: id=secret\n Path=/\nA: 2\nnonsense\n folded\nB: 1\n 2\n\nnine"),
			Payload{Status: 200, Body: []byte("nine"), Headers: map[string]string{"a": "1, 2", "b": "1, 2"}}, nil},
		"chunked": {response, crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n4;x=y\nnine\n5\n were\n0\n\n"),
			Payload{Status: 200, Body: []byte("nine were"), Headers: map[string]string{"transfer-encoding": "chunked"}}, nil},
		"gzip": {response, crlf("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n") + packed,
			Payload{Status: 200, Body: []byte("<p>Nine were taken to the clinic.</p>"), Headers: map[string]string{"content-encoding": "gzip"}}, nil},
		"named chunked and gzip, and is neither": {response, crlf("HTTP/1.1 200 OK\nContent-Encoding: gzip\nTransfer-Encoding: chunked\n\n<p>nine</p>\n"),
			Payload{Status: 200, Body: []byte("<p>nine</p>\r\n"), Headers: map[string]string{"content-encoding": "gzip", "transfer-encoding": "chunked"}}, nil},
		"a resource":   {"WARC-Type: resource\nContent-Type: text/plain\n", "nine", Payload{MediaType: "text/plain", Body: []byte("nine")}, nil},
		"a conversion": {"WARC-Type: conversion\nContent-Type: text/plain\n", "nine", Payload{MediaType: "text/plain", Body: []byte("nine")}, nil},
		"cut by the crawler": {cut, crlf("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n") + packed[:30],
			Payload{Status: 200, Truncated: "length", Headers: map[string]string{"content-encoding": "gzip"}}, nil},
		"chunks cut by the crawler": {cut, crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n10\nnine"),
			Payload{Status: 200, Truncated: "length", Body: []byte("nine"), Headers: map[string]string{"transfer-encoding": "chunked"}}, nil},

		"cut, and the crawler does not say so": {response, crlf("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n10\nnine"), Payload{}, io.ErrUnexpectedEOF},
		"no head":                              {response, "", Payload{}, io.ErrUnexpectedEOF},
		"no HTTP":                              {response, "220 ready\r\n\r\n", Payload{}, errAny},
		"no status":                            {response, "HTTP/1.1 fine\r\n\r\n", Payload{}, errAny},
		"too large":                            {response, crlf("HTTP/1.1 200 OK\n\n") + strings.Repeat("x", 1001), Payload{}, isnad.ErrTooLarge},
		"too large resource":                   {"WARC-Type: resource\n", strings.Repeat("x", 1001), Payload{}, isnad.ErrTooLarge},
		"a bomb":                               {response, crlf("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n") + gz(strings.Repeat("x", 8<<20)), Payload{}, isnad.ErrTooLarge},
		"headers without end":                  {response, "HTTP/1.1 200 OK\r\n" + strings.Repeat("a: b\r\n", maxHTTPFields+1) + "\r\n", Payload{}, ErrRefused},
		"a header without end":                 {response, "HTTP/1.1 200 OK\r\na:" + strings.Repeat("b", maxHTTPHead), Payload{}, ErrRefused},
		"brotli":                               {response, crlf("HTTP/1.1 200 OK\nContent-Encoding: br\n\nxx"), Payload{}, coding.ErrUnsupported},
		"not over HTTP":                        {"WARC-Type: response\nContent-Type: text/dns\n", "outlet.example. 60 IN A 192.0.2.1", Payload{}, ErrNoPayload},
		"a request":                            {"WARC-Type: request\nContent-Type: application/http\n", "GET / HTTP/1.1\r\n\r\n", Payload{}, ErrNoPayload},
		"a revisit":                            {"WARC-Type: revisit\nContent-Type: application/http\n", "HTTP/1.1 200 OK\r\n\r\n", Payload{}, ErrNoPayload},
	} {
		t.Run(name, func(t *testing.T) {
			rec, err := NewReader(strings.NewReader(record(c.fields, c.content))).Next()
			if err != nil {
				t.Fatal(err)
			}
			p, err := rec.Payload(1000)
			if c.err != nil {
				if err == nil || c.err != errAny && !errors.Is(err, c.err) {
					t.Errorf("%v, want %v", err, c.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if p.Status != c.want.Status || p.MediaType != c.want.MediaType || p.Truncated != c.want.Truncated || !maps.Equal(p.Headers, c.want.Headers) {
				t.Errorf("%+v, want %+v", p, c.want)
			}
			if name == "cut by the crawler" {
				if !strings.HasPrefix("<p>Nine were taken to the clinic.</p>", string(p.Body)) {
					t.Errorf("%q", p.Body)
				}
			} else if string(p.Body) != string(c.want.Body) {
				t.Errorf("%q, want %q", p.Body, c.want.Body)
			}
		})
	}
}

var errAny = errors.New("any error")

// Damage to the file is told as such, with its place, even where the crawler
// also cut the record.
func TestPayloadOfCutFile(t *testing.T) {
	file := record("WARC-Type: response\nWARC-Truncated: time\nContent-Type: application/http\n", crlf("HTTP/1.1 200 OK\n\n")+"nine were taken")
	rec, err := NewReader(strings.NewReader(file[:len(file)-8])).Next()
	if err != nil {
		t.Fatal(err)
	}
	_, err = rec.Payload(1000)
	var bad *Error
	if !errors.As(err, &bad) || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%v", err)
	}
}
