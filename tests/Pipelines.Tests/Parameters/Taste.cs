using System.ComponentModel;

namespace Pipelines.Tests.Parameters;

// As NUKE's templates write it.
[TypeConverter(typeof(TypeConverter<Taste>))]
internal sealed class Taste : Enumeration
{
    public static Taste Sweet = new() { Value = nameof(Sweet) };

    public static Taste VerySour = new() { Value = nameof(VerySour) };

    public static implicit operator string(Taste taste) => taste.Value;
}
