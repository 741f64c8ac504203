package keys

import "slices"

// Changes says whether an action begins a change of the engagement: in one that cannot be written it is not offered, so
// that nobody fills in a form for nothing.
func Changes(a Action) bool { return slices.Contains(changing, a) }

var changing = []Action{
	New, Edit, Remove, MakeFinding, MakeStrength, LinkFinding, Same, Split, AskImpact, AskEase, AskStatus,
	AttachFile, AddObjection, Own, Skip, Finish, TakeSample, AddRecord, TakeList, TurnQuote, Suggest, Mend, Clear,
	Take, TakeAll, SetStatus, SetOwner, SetDue, SetDepends, Pin, MovePhase, PlanFrame, KeepOurs, TakeTheirs,
	TakeSnapshot, AddIndicator, FromBook,
}
