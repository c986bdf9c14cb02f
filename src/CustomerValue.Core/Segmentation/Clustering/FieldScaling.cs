namespace CustomerValue.Segmentation.Clustering;

/// <summary>How a column is put on a scale before distances are measured.</summary>
public enum FieldScaling
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>Less its mean, over its standard deviation (divisor n, as scikit-learn's StandardScaler); a constant column becomes 0.</summary>
    Standard,

    /// <summary>First sign(v)·ln(1 + |v|), for money and counts whose largest values are far out; then as <see cref="Standard"/>.</summary>
    LogStandard,
}
