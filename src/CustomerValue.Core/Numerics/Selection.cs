namespace CustomerValue.Numerics;

/// <summary>The value that would stand at a place if the values were sorted, without sorting them.</summary>
internal static class Selection
{
    /// <summary>Puts the value of place <paramref name="at"/> there, no larger ones before it and no smaller ones after it. Source: Hoare (1961), "Algorithm 65: Find".</summary>
    public static double Select(Span<double> values, int at)
    {
        int left = 0;
        int right = values.Length - 1;
        while (left < right)
        {
            double pivot = Middle(values[left], values[left + ((right - left) / 2)], values[right]);
            int i = left;
            int j = right;
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (at <= j)
                right = j;
            else if (at >= i)
                left = i;
            else
                break;
        }

        return values[at];
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
