using CustomerValue.Json.Reading;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Validation;

namespace CustomerValue.Json;

/// <summary>A member as he stands just before an event, as JSON: for asking what a programme would do. Strict as programmes are.</summary>
public static class LoyaltyMemberJson
{
    /// <summary>Reads a member. Whether a programme has the tier, the limits and the caps that the document names is checked when they are used.</summary>
    /// <param name="stream">The document, UTF-8.</param>
    /// <param name="source">What problems call the document, such as its path; null for none.</param>
    /// <exception cref="DataRejectedException">The document is no JSON or no member; names every problem with its path.</exception>
    public static MemberSnapshot Read(Stream stream, string? source = null) => StrictDocument.Read(stream, source, fields => LoyaltyMemberReader.Read(fields, isReferrer: false));
}
