package timeline

// A nameRef is the number of a spelling that the record uses for an actor. It is decided last who that is.
type nameRef int32

// A citedRef is the number of what the record cites as a source. It is decided last which source that is.
type citedRef int32

// references say what the names and citations of a record turned out to be.
type references struct {
	spellings []string    // nameRef -> as it is spelled
	actorOf   []ActorRef  // nameRef -> actor
	sourceOf  []SourceRef // citedRef -> source
}

// EachSource goes over the sources of an event: those that it lists, then those of its quotes, figures and claims, which
// may be NoSource.
func (e *Event) EachSource(yield func(SourceRef) bool) {
	for _, s := range e.Sources {
		if !yield(s) {
			return
		}
	}
	for i := range e.Quotes {
		if !yield(e.Quotes[i].Source) {
			return
		}
	}
	for i := range e.Figures {
		if !yield(e.Figures[i].Source) {
			return
		}
	}
	for i := range e.Claims {
		if !yield(e.Claims[i].Source) {
			return
		}
	}
}

// EachSpeaker goes over those who are quoted in an event and those who claim something, which may be NoActor.
func (e *Event) EachSpeaker(yield func(ActorRef) bool) {
	for i := range e.Quotes {
		if !yield(e.Quotes[i].By) {
			return
		}
	}
	for i := range e.Claims {
		if !yield(e.Claims[i].By) {
			return
		}
	}
}
