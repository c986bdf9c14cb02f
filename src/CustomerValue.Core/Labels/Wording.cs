using System.Globalization;

namespace CustomerValue.Labels;

/// <summary>How numbers stand in sentences, the same in every room and in both languages.</summary>
internal static class Wording
{
    /// <summary>With thousands separators and at most two decimals.</summary>
    public static string Number(double value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>An amount with two decimals and its currency's code; <paramref name="code"/> is empty where there is none.</summary>
    public static string Amount(decimal amount, string code) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture) + (code.Length == 0 ? "" : " " + code);

    /// <summary>One decimal at most; never 0% for a part that is not 0, nor 100% for one that is not whole.</summary>
    public static string Percent(double part) => part switch
    {
        > 0 and < 0.0005 => "<0.1%",
        < 0 and > -0.0005 => ">-0.1%",
        >= 0.9995 and < 1 => ">99.9%",
        _ => (100 * part).ToString("#,##0.#", CultureInfo.InvariantCulture) + "%",
    };

    /// <summary>The count with the word in its English number.</summary>
    public static string Count(double count, string singular) => Number(count) + " " + singular + (count == 1 ? "" : "s");
}
