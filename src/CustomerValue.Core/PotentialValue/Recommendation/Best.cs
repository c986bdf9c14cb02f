namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>The highest scores above 0 of those offered, equal ones in the order of their places. Kept in memory that is given.</summary>
internal ref struct Best
{
    private readonly Span<int> places;
    private readonly Span<double> scores;
    private int count;

    public Best(Span<int> places, Span<double> scores)
    {
        this.places = places;
        this.scores = scores;
        count = 0;
    }

    public readonly ReadOnlySpan<int> Places => places.Slice(0, count);

    public readonly ReadOnlySpan<double> Scores => scores.Slice(0, count);

    /// <summary>Offers a place; places are offered rising.</summary>
    public void Offer(int place, double score)
    {
        if (!(score > 0) || (count == places.Length && (count == 0 || score <= scores[count - 1])))
            return;
        int at = count < places.Length ? count++ : count - 1;
        for (; at > 0 && scores[at - 1] < score; at--)
            (places[at], scores[at]) = (places[at - 1], scores[at - 1]);
        (places[at], scores[at]) = (place, score);
    }
}
