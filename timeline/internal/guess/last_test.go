package guess

import "testing"

func TestIsCodeKey(t *testing.T) {
	for key, want := range map[string]bool{
		"id": true, "event_type": true, "userId": true, "magType": true, "Event ID": true, "id_2": true, "Country": true,
		"notes": false, "covid": false, "what": false, "": false, "Account notes": false, "élan": false,
	} {
		if IsCodeKey(key) != want {
			t.Errorf("%q", key)
		}
	}
}

func TestWorth(t *testing.T) {
	for text, want := range map[string]int{
		"a b": 3, "Start": 1, "mw": 0, "h": 0, "abc123def": 0, "web-1.example.org": 0, "/var/log": 0, "true": 0, "5 km": 0,
		"https://e.org": 0, "[1, 2]": 0, "Rust!": 1, "12": 0, "": 0, "日本の出来事": 18,
	} {
		if got := Worth(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
