using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Reporting;

/// <summary>Numbers, money and dates as people read them in the report's language.</summary>
internal sealed class Format(DisplayLanguage language, Currency currency)
{
    private static readonly NumberFormatInfo Signs = new() { NegativeSign = "−" };
    private readonly LocalDatePattern date = LocalDatePattern.CreateWithInvariantCulture(language == DisplayLanguage.Chinese ? "uuuu'年'M'月'd'日'" : "d MMM uuuu");

    /// <summary>A count, or a number whose decimals don't matter: 12,345.</summary>
    public static string Number(double value) => value.ToString("#,0", Signs);

    /// <summary>A small number: 3.4, or 12,345 from a hundred on.</summary>
    public static string Small(double value) => value.ToString(Math.Abs(value) < 99.95 ? "0.0" : "#,0", Signs);

    /// <summary>A part of a whole: 68%, 4.2%, 99.8%. Never 0% or 100% for what is not.</summary>
    public static string Percent(double part)
    {
        if (part is > 0 and < 0.0005)
            return "<0.1%";
        if (part is > 0.9995 and < 1)
            return ">99.9%";
        return (100 * part).ToString(Math.Abs(part) is >= 0.0995 and < 0.995 or 0 or >= 1 ? "0" : "0.0", Signs) + "%";
    }

    /// <summary>A Gini coefficient: 0.65.</summary>
    public static string Gini(double gini) => gini.ToString("0.00", Signs);

    /// <summary>A log-likelihood or a criterion made of it: -9,582.4256.</summary>
    public static string Likelihood(double value) => value.ToString("#,0.0000", Signs);

    /// <summary>A log score or an error of a single customer: −0.9821.</summary>
    public static string Score(double value) => value.ToString("0.0000", Signs);

    /// <summary>A parameter, with six digits.</summary>
    public static string Parameter(double value) => value.ToString("G6", Signs);

    /// <summary>An amount without its currency; cents only below a hundred.</summary>
    public static string Amount(double amount) =>
        double.IsInfinity(amount) ? "∞" : amount.ToString(Math.Abs(amount) < 99.995 ? "0.00" : "#,0", Signs);

    /// <summary>A round amount, such as the edge of a class: 0, 0.5, 20, 1,000.</summary>
    public static string Edge(double amount) => double.IsInfinity(amount) ? "∞" : amount.ToString("#,0.####", Signs);

    /// <summary>The currency's code after a space; empty where none was named.</summary>
    public string Unit => currency == Currency.None ? "" : $" {currency.Code}";

    /// <summary>An amount with its currency, where one was named.</summary>
    public string Money(double amount) => Amount(amount) + Unit;

    /// <summary>An amount with its currency, where one was named.</summary>
    public string Money(decimal amount) => Money((double)amount);

    /// <summary>What an axis or column of money is called.</summary>
    public string WithCurrency(string title) => currency == Currency.None ? title : language == DisplayLanguage.Chinese ? $"{title}（{currency.Code}）" : $"{title} ({currency.Code})";

    /// <summary>A day: 30 Jun 1998, or 1998年6月30日.</summary>
    public string Date(LocalDate day) => date.Format(day);
}
