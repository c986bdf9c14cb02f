using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>A segment and the scores that belong to it. Immutable.</summary>
public sealed class RfmSegmentRule
{
    /// <summary>A segment of one or more boxes.</summary>
    public RfmSegmentRule(Segment segment, params RfmBox[] boxes)
    {
        Segment = segment ?? throw new ArgumentNullException(nameof(segment));
        Boxes = Array.AsReadOnly((RfmBox[])(boxes ?? throw new ArgumentNullException(nameof(boxes))).Clone());
    }

    /// <summary>A segment of single codes.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="codes">Codes of three digits 1–9 (recency, frequency, money), parted by blanks, such as <c>555 554</c>.</param>
    /// <exception cref="DataRejectedException">Some are no codes; names each.</exception>
    public RfmSegmentRule(Segment segment, string codes)
        : this(segment, Parse(codes))
    {
    }

    /// <summary>The segment.</summary>
    public Segment Segment { get; }

    /// <summary>The scores that belong to it: those in any of the boxes.</summary>
    public IReadOnlyList<RfmBox> Boxes { get; }

    private static RfmBox[] Parse(string codes)
    {
        string[] words = (codes ?? throw new ArgumentNullException(nameof(codes))).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        DataProblem[] problems = words.Where(word => word.Length != 3 || word.Any(digit => digit is < '1' or > '9'))
            .Select(word => new DataProblem { Field = "codes", Value = word, Message = "is not a code of three digits 1–9: recency, frequency, money." }).ToArray();
        if (problems.Length > 0)
            throw new DataRejectedException(problems);
        return words.Select(word => new RfmScores(word[0] - '0', word[1] - '0', word[2] - '0')).Select(code => new RfmBox(code, code)).ToArray();
    }
}
