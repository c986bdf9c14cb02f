using System.Globalization;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;
using NodaTime;

namespace CustomerValue.Storage;

/// <summary>What stands in columns.</summary>
internal static class SqlValues
{
    // An enum makes its name anew each time.
    private static readonly string[] Kinds = Enum.GetNames<EntryKind>();
    private static readonly string[] Accounts = Enum.GetNames<LedgerAccount>();

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static byte[] Of(in EntryHash hash)
    {
        byte[] bytes = new byte[32];
        hash.CopyTo(bytes);
        return bytes;
    }

    /// <summary>Ticks since 1970-01-01 UTC.</summary>
    public static long Of(Instant instant) => instant.ToUnixTimeTicks();

    public static string Of(EntryKind kind) => Kinds[(int)kind];

    public static string Of(LedgerAccount account) => Accounts[(int)account];

    public static Instant Instant(long ticks) => NodaTime.Instant.FromUnixTimeTicks(ticks);

    /// <summary>Days since 1970-01-01.</summary>
    public static int Of(LocalDate day) => Period.DaysBetween(Epoch, day.WithCalendar(CalendarSystem.Iso));

    public static LocalDate Day(long number) => Epoch.PlusDays((int)number);

    public static string? ExactOrNull(string? text, string what) => text is null ? null : Exact(text, what);

    /// <summary>A text as it is, or an error where a database could keep it only as another one.</summary>
    public static string Exact(string text, string what)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\0')
                throw new StoreException($"{what}: character {at + 1} is a NUL, which a database can't keep; leave it out.");
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[++at])))
                throw new StoreException($"{what}: character {at + 1} is one half of a pair without the other, which a database can't keep; correct the text.");
        }

        return text;
    }

    /// <summary>Entries as <c>member:first-last</c>, in the order in which they were made.</summary>
    public static string Of(IReadOnlyList<EntryPlace> places)
    {
        List<string> runs = [];
        for (int from = 0; from < places.Count;)
        {
            int to = from;
            while (to + 1 < places.Count && places[to + 1].Member == places[from].Member && places[to + 1].Sequence == places[to].Sequence + 1)
                to++;
            runs.Add(string.Create(CultureInfo.InvariantCulture, $"{places[from].Member}:{places[from].Sequence}-{places[to].Sequence}"));
            from = to + 1;
        }

        return string.Join(',', runs);
    }

    public static IReadOnlyList<EntryPlace> Places(string text)
    {
        List<EntryPlace> places = [];
        foreach (string run in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = run.Split(':', '-');
            if (parts.Length != 3 || !long.TryParse(parts[0], out long member) || !long.TryParse(parts[1], out long first) || !long.TryParse(parts[2], out long last))
                throw new StoreException($"An answer's entries are written member:first-last; '{run}' is not, so the store is damaged. Restore it from a backup.");
            for (long sequence = first; sequence <= last; sequence++)
                places.Add(new(member, sequence));
        }

        return places;
    }
}
