using CustomerValue.Customers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tool.Commands;

/// <summary>The last day that a file of customers knows of, where no day is named: the latest date in a column of dates that are no births.</summary>
internal static class LastDate
{
    private static readonly string[] Births = ["birth", "dob", "生日", "出生"];

    public static LocalDate? Of(IReadOnlyList<CustomerProfile> profiles)
    {
        LocalDate? last = null;
        foreach (string column in profiles.SelectMany(profile => profile.Attributes.Keys).Distinct().Where(name => !Births.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            LocalDate? latest = Latest(profiles.Where(profile => profile.Attributes.ContainsKey(column)).Select(profile => profile.Attributes[column]));
            if (latest is not null && (last is null || latest > last))
                last = latest;
        }

        return last;
    }

    /// <summary>The latest of the texts; null where one is no date.</summary>
    private static LocalDate? Latest(IEnumerable<string> texts)
    {
        LocalDate? latest = null;
        foreach (string text in texts)
        {
            if (LocalDatePattern.Iso.Parse(text.Length > 10 ? text[..10] : text) is not { Success: true } date)
                return null;
            if (latest is null || date.Value > latest)
                latest = date.Value;
        }

        return latest;
    }
}
