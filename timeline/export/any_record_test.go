package export_test

import "testing"

// These are records that were once read back to something else, one for each cause.
func TestRecordsThatWereDrawnAreReadBack(t *testing.T) {
	for name, text := range map[string]string{
		"a title that cannot be seen, in a list": `{"events":[{"id":"x","title":["\u202e"]}]}`,
		"a spelling that a later part has for its name": `{"events":[{"id":"x","date":"2025","title":"t",
			"actors":["mira sol","Mira Sol",{"actor":"Mira Sol","role":"guest"}]}]}`,
		"a spelling after a part with a role": `{"events":[{"id":"x","date":"2025","title":"t",
			"actors":[{"actor":"Mira Sol","role":"host"},"mira sol",{"actor":"mira sol","role":"guest"}]}]}`,
	} {
		t.Run(name, func(t *testing.T) { checkReadBack(t, recordOf("x.yaml", text)) })
	}
}
