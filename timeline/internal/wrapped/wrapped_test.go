package wrapped_test

import (
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/wrapped"
)

func TestValue(t *testing.T) {
	for text, want := range map[string]string{
		"{en-US: Rome}":                                   "Rome",
		"{it: Roma, en: Rome}":                            "Rome",
		"{de: Rom, fr: Rome}":                             "Rom",
		"{en: '', de: Rom}":                               "Rom",
		"{en: null, de: Rom}":                             "Rom",
		"{pt_BR: Roma}":                                   "Roma",
		"{zh-Hans-CN: 罗马}":                                "罗马",
		"{_type: localeString, en: Rome, no: Roma}":       "Rome",
		"{en-US: {timestampValue: 2025-01-01}}":           "2025-01-01",
		"{stringValue: Rome}":                             "Rome",
		"{type: literal, value: Rome, xml:lang: en}":      "Rome",
		"{_seconds: 1551657600, _nanoseconds: 0}":         "2019-03-04T00:00:00Z",
		"{seconds: 1551657600, nanos: 5}":                 "2019-03-04T00:00:00Z",
		"[{value: Rome}]":                                 "Rome",
		"[{value: <p>Rome</p>, format: html}]":            "<p>Rome</p>",
		"[{type: heading1, text: Rome, spans: []}]":       "Rome",
		"{to: Rome}":                                      "",
		"{id: 5, no: 6}":                                  "",
		"{de: Rom, max: 5}":                               "",
		"{en: {a: b}, de: {c: d}}":                        "",
		"{de: [Ann], fr: [Bob]}":                          "",
		"{start: 2025, end: 2026}":                        "",
		"{value: 2025-01-01, end_value: 2025-01-02}":      "",
		"[{value: 2025-01-01, end_value: 2025-01-02}]":    "",
		"[{value: a}, {value: b}]":                        "",
		"{seconds: 30, nanoseconds: 0}":                   "",
		"{seconds: 5}":                                    "",
		"{seconds: 99999999999999999999, nanoseconds: 0}": "",
		"{type: talk, value: 5}":                          "",
		"{}":                                              "",
		"Rome":                                            "",
	} {
		var n yaml.Node
		if err := yaml.Unmarshal([]byte(text), &n); err != nil {
			t.Fatal(err)
		}
		whole := n.Content[0]
		got := wrapped.Value(whole)
		if (got == whole) != (want == "") || want != "" && got.Value != want {
			t.Errorf("%s: %q, want %q", text, got.Value, want)
		}
	}
}
