package dev.podnet.components.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a setting is for, in the words of the reference that is generated from it. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface About {

  /** One sentence. */
  String value();

  /** What holds when the setting is left out, written as in the stack file. */
  String def() default "";

  /** A value as in the stack file. */
  String example() default "";

  /** What a number counts. */
  String unit() default "";

  /** What is allowed, in words. */
  String limit() default "";
}
