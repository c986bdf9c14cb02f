using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Readme.LoyaltyPages;

internal static class FromSpreadsheetsSample
{
    public static void Run(string file, TextWriter Console)
    {
        // sample
        CompiledProgram program = CompiledProgram.Load(new LoyaltyProgram
        {
            Id = "club",
            Version = "1",
            TimeZone = "Asia/Shanghai",
            Wallets = [new() { Id = "PTS", Expiry = new() { Kind = ExpiryKind.Rolling, Period = Period.FromMonths(12) } }],
            Tiers = new() { Levels = [new() { Id = "base", From = 0 }, new() { Id = "silver", From = 2000 }, new() { Id = "gold", From = 5000 }] },
        });
        LoyaltyLedger ledger = new(new(program));
        LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

        // The day on which the spreadsheet was closed and nothing was sold yet under the new programme.
        Instant cutover = program.Calendar.StartOf(new(2026, 1, 1));
        decimal sheet = 0;
        int line = 1;
        foreach (string row in File.ReadLines(file).Skip(1))
        {
            line++;
            string[] cells = row.Split(',');
            CustomerId member = new(cells[0]);
            List<LoyaltyEvent> events = [new MemberJoined { Key = $"joined:{member.Value}", Member = member, OccurredAt = program.Calendar.StartOf(Day(cells[1])), RecordedAt = cutover }];
            if (cells[2].Length > 0)
                events.Add(new TierAssigned { Key = $"tier:{member.Value}", Member = member, OccurredAt = cutover, Level = cells[2], Kind = TierReason.ManualOverride, Until = program.Calendar.StartOf(Day(cells[3]).PlusDays(1)), Reason = "opening" });
            if (cells[4] != "0")
                events.Add(new PointsEarned { Key = $"opening:{line}", Member = member, OccurredAt = cutover, Points = decimal.Parse(cells[4], CultureInfo.InvariantCulture), Source = $"sheet:{member.Value}:{cells[5]}", Expiry = new() { Kind = ExpiryKind.FixedDate, Date = Day(cells[5]) }, Reason = "opening balance" });
            sheet += decimal.Parse(cells[4], CultureInfo.InvariantCulture);
            foreach (LoyaltyEvent happened in events)
            {
                if (ledger.Handle(happened).Rejection is { } refused)
                    Console.WriteLine($"line {line}: {refused.Error}: {refused.Message.English}");
            }
        }

        Console.WriteLine($"the sheet says {sheet}, the ledger {ledger.Totals(cutover).Available}");
        foreach (CustomerId member in ledger.OwnMembers)
            Console.WriteLine($"{member.Value}: {ledger.Balance(member, cutover).Available} points in {ledger.Balance(member, cutover).Lots.Count} lots, {ledger.Tier(member, cutover)!.Level}");
        Console.WriteLine($"A-17 in July: {ledger.Balance(new("A-17"), program.Calendar.StartOf(new(2026, 7, 1))).Available} points");
        // end of sample
    }
}
