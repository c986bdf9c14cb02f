using System.CommandLine;
using CustomerValue.Tool.Arguments;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tool.Commands;

/// <summary>Options that several commands of loyalty have.</summary>
internal static class LoyaltyOptions
{
    private const int FirstYear = 1900, LastYear = 9000;

    public static ValueOption<Instant> AsOf() => new("--as-of", "The instant of all balances. Default: when the last event became known.", "INSTANT", "an instant with its offset, such as 2026-01-01T00:00:00+08:00",
        text => OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value.Year: >= FirstYear and <= LastYear } parsed ? parsed.Value.ToInstant() : null);

    public static Option<string> Events() => CommonOptions.File("--events", "What happened, one event a line, in the order in which it became known.");

    /// <summary>The instant given, or the last at which an event became known; where there are none, nothing is to be asked at any instant.</summary>
    public static Instant Of(Instant? given, Instant? last) => given ?? last ?? NodaConstants.UnixEpoch;
}
