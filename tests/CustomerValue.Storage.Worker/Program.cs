using System.Globalization;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Chaos;

// worker sqlite|postgresql WHERE PREFIX stream SEED FROM     events until it is killed
// worker sqlite|postgresql WHERE PREFIX redeem KEY POINTS    one redemption of the member m
// worker sqlite|postgresql WHERE PREFIX order BUDGET FIRST COUNT    an order each of members FIRST, FIRST + 1, …
// worker sqlite|postgresql WHERE PREFIX stages KEY SEED      a run of the stages of a few customers
// A line is printed for each answer, once it is given; a single line "ready" before, and the work begins at a line of input.
StoreOptions options = new() { Prefix = args[2], WaitsForDisk = false };
using SqlLoyaltyStore store = args[0] == "sqlite" ? SqlLoyaltyStore.Sqlite(args[1], options) : SqlLoyaltyStore.PostgreSql(args[1], options);
LoyaltyLedger ledger = LoyaltyLedger.Open(Workload.Programs(args[3] == "order" ? Number(4) : 0), store);
// Connected, so that load begins at once.
_ = ledger.Members.Count;
Say("ready");
Console.In.ReadLine();
switch (args[3])
{
    case "stream":
        for (int at = Number(5); ; at++)
            Answer(at.ToString(CultureInfo.InvariantCulture), Workload.Event(Number(4), at));
    case "redeem":
        Answer(args[4], Workload.Redeem(args[4], Number(5)));
        break;
    case "order":
        for (int at = Number(5); at < Number(5) + Number(6); at++)
            Answer(args[5], Workload.Order("k" + at, "m" + at, "o" + at, 10));
        break;
    case "stages":
        Say(StageWork.Record(store, args[4], Number(5)));
        break;
}

int Number(int at) => int.Parse(args[at], CultureInfo.InvariantCulture);

void Answer(string name, LoyaltyEvent happened) => Say(name + " " + Workload.Told(ledger.Handle(happened)));

void Say(string line)
{
    // The dot tells a whole line from one that was cut.
    Console.Out.Write(line + ".\n");
    Console.Out.Flush();
}
