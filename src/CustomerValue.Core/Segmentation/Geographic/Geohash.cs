using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Names of cells on the earth: every further character halves a cell five times, longitude and latitude in turn, beginning with longitude.
/// A cell lies within the cells of its name's beginnings. Source: G. Niemeyer (2008), geohash.org; Morton (1966) for the order.
/// </summary>
public static class Geohash
{
    /// <summary>The longest name: a cell of a few centimetres.</summary>
    public const int Longest = 12;

    private const string Digits = "0123456789bcdefghjkmnpqrstuvwxyz";

    /// <summary>The name of the cell that a point is in; a point on a border is in the cell to its north or east.</summary>
    /// <param name="latitude">Degrees north, in [−90, 90].</param>
    /// <param name="longitude">Degrees east, in [−180, 360]; 180 is −180.</param>
    /// <param name="length">How many characters, in [1, <see cref="Longest"/>].</param>
    /// <exception cref="DataRejectedException">A coordinate or the length is out of range.</exception>
    public static string Encode(double latitude, double longitude, int length = Longest)
    {
        ProblemList problems = new();
        GreatCircle.Check(null, latitude, longitude, problems);
        if (length is < 1 or > Longest)
            problems.Add(null, nameof(length), $"{length}", $"is no length of a geohash; give 1 to {Longest}.");
        problems.ThrowIfAny();
        Span<char> text = stackalloc char[length];
        Write(latitude, longitude, text);
        return text.ToString();
    }

    /// <summary>The cell of a name; upper case is read as lower case.</summary>
    /// <param name="hash">1 to <see cref="Longest"/> characters of 0-9 and b-z without i, l and o.</param>
    /// <exception cref="DataRejectedException">It is no such name.</exception>
    public static GeohashCell Decode(string hash)
    {
        if (hash is null)
            throw new ArgumentNullException(nameof(hash));
        double south = -90, north = 90, west = -180, east = 180;
        bool ofLongitude = true;
        foreach (char c in hash)
        {
            int digit = Digits.IndexOf(char.ToLowerInvariant(c));
            for (int bit = 16; bit > 0 && digit >= 0; bit >>= 1, ofLongitude = !ofLongitude)
            {
                if (ofLongitude)
                    Halve(ref west, ref east, (digit & bit) != 0);
                else
                    Halve(ref south, ref north, (digit & bit) != 0);
            }

            if (digit < 0)
                hash = "";
        }

        if (hash.Length is < 1 or > Longest)
            throw new DataRejectedException(new DataProblem { Field = nameof(hash), Message = $"is no geohash; give 1 to {Longest} of {Digits}." });
        return new GeohashCell { South = south, North = north, West = west, East = east };
    }

    /// <summary>Whether a text is one character of a name.</summary>
    internal static bool IsDigit(string text) => text.Length == 1 && Digits.AsSpan().IndexOf(text[0]) >= 0;

    /// <summary>Fills <paramref name="hash"/> for coordinates known to be in range.</summary>
    internal static void Write(double latitude, double longitude, Span<char> hash)
    {
        longitude = Position.Wrap(longitude);
        double south = -90, north = 90, west = -180, east = 180;
        bool ofLongitude = true;
        for (int i = 0; i < hash.Length; i++)
        {
            int digit = 0;
            for (int bit = 16; bit > 0; bit >>= 1, ofLongitude = !ofLongitude)
            {
                bool upper = ofLongitude ? longitude >= (west + east) / 2 : latitude >= (south + north) / 2;
                if (upper)
                    digit |= bit;
                if (ofLongitude)
                    Halve(ref west, ref east, upper);
                else
                    Halve(ref south, ref north, upper);
            }

            hash[i] = Digits[digit];
        }
    }

    private static void Halve(ref double low, ref double high, bool upper)
    {
        double middle = (low + high) / 2;
        if (upper)
            low = middle;
        else
            high = middle;
    }
}
