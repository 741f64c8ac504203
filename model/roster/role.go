package roster

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
)

// named is a role by its name, or by what others call it.
func named(s string) model.Role {
	s = strings.TrimSuffix(key(s), "s")
	for _, r := range model.Roles() {
		if s == strings.TrimSuffix(string(r), "s") {
			return r
		}
	}
	return map[string]model.Role{
		"leadership": model.Leader, "executive": model.Leader, "exec": model.Leader,
		"frontline manager": model.Manager, "mgr": model.Manager, "team lead": model.Manager,
		"seller": model.Rep, "sales rep": model.Rep, "sales representative": model.Rep, "ae": model.Rep, "sdr": model.Rep, "bdr": model.Rep,
		"customer succes": model.Delivery, "service": model.Delivery, "cs": model.Delivery, "csm": model.Delivery,
		"operation": model.Ops, "sales op": model.Ops, "revop": model.Ops, "rev op": model.Ops, "sales operation": model.Ops,
	}[s]
}

// rule makes a role of a title that has one of the words or phrases.
type rule struct {
	role  model.Role
	words []string
}

// rules in the order in which they hold: the trade before the rank (a marketing director is asked what marketing is asked), the
// rank before what all sellers are called, and sellers who are called managers before managers.
var rules = []rule{
	{model.Leader, []string{"chief operating officer", "coo"}},
	{model.Marketing, []string{"marketing", "cmo", "demand", "brand", "content", "growth"}},
	{model.Ops, []string{"operations", "ops", "revops", "salesops", "enablement", "crm", "analyst", "administrator"}},
	{model.Delivery, []string{
		"delivery", "onboarding", "implementation", "success", "csm", "services", "solutions", "solution", "presales", "support", "project", "engineer",
		"engineering", "kundenbetreuung",
	}},
	{model.Leader, []string{
		"ceo", "cro", "cso", "cco", "cfo", "chief", "vp", "svp", "evp", "avp", "president", "director", "head", "founder", "owner", "partner leader",
		"geschaftsfuhrer", "geschaftsfuhrerin", "vertriebsleiter", "vertriebsleiterin", "leiter vertrieb", "directeur", "directrice", "directora",
	}},
	{model.Rep, []string{
		"account manager", "territory manager", "business development manager", "development manager", "partner manager", "channel manager",
		"relationship manager",
	}},
	{model.Manager, []string{"manager", "mgr", "lead", "leader", "supervisor", "teamleiter", "teamleiterin", "gerente", "jefe", "jefa", "responsable"}},
	{model.Rep, []string{
		"sales", "account", "executive", "representative", "rep", "sdr", "bdr", "ae", "seller", "salesperson", "business development", "hunter",
		"farmer", "verkauf", "verkaufer", "verkauferin", "vertrieb", "aussendienst", "commercial", "ventas", "vendedor", "vendedora", "comercial",
	}},
}

// guess is the role that a title speaks for; none where it speaks for none.
func guess(title string) model.Role {
	words := strings.FieldsFunc(names.Fold(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	all := " " + strings.Join(words, " ") + " "
	i := slices.IndexFunc(rules, func(r rule) bool {
		return slices.ContainsFunc(r.words, func(w string) bool { return strings.Contains(all, " "+w+" ") })
	})
	if i < 0 {
		return ""
	}
	return rules[i].role
}
