"""Rows of faces: that the lane was switched, on which answers, and what was done with an enrolment. Never a template.

Both are what the law asks to be kept for three years: the impact assessment and the records of processing.
"""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from desk.faces.rules_lane import Act, Deed, Why
from desk.store.schema import Base, Fact, Id, district, sealed, site


class FaceLane(Fact, Base):
    """The lane of one gate was switched. act: rules_lane.Act; the answers of ON; method: what makes templates.

    assessment: the reference of the impact assessment, assessed_on its day; notice_version: as people agree to it from now on.
    """

    __tablename__ = "face_lane"
    __table_args__ = (Index("ix_face_lane_gate", "gate_id"),)
    act: Mapped[str] = district(Text, info={"words": Act})
    at: Mapped[int] = district()
    gate_id: Mapped[str] = district(Id)
    device_id: Mapped[str] = site(Id)
    assessment: Mapped[str] = site(Text, default="")
    assessed_on: Mapped[str] = site(Text, default="")
    notice_version: Mapped[str] = site(Text, default="")
    method: Mapped[str] = site(Text, default="")
    purpose: Mapped[str] = sealed(Text, default="")
    necessity: Mapped[str] = sealed(Text, default="")
    handler: Mapped[str] = sealed(Text, default="")
    contact: Mapped[str] = sealed(Text, default="")
    place: Mapped[str] = sealed(Text, default="")
    operator_id: Mapped[str | None] = site(Id)


class FaceDeed(Fact, Base):
    """Something was done with an enrolment at one computer. enrolment_id: the consent it rests on; why: rules_lane.Why.

    minor, guardian: of AGREED; who the guardian of a child under fourteen is, in words.
    """

    __tablename__ = "face_deed"
    __table_args__ = (Index("ix_face_deed_enrolment", "enrolment_id"), Index("ix_face_deed_device", "device_id"))
    enrolment_id: Mapped[str] = site(Id)
    deed: Mapped[str] = site(Text, info={"words": Deed})
    why: Mapped[str] = site(Text, default="", info={"words": Why})
    at: Mapped[int] = site()
    gate_id: Mapped[str] = site(Id)
    device_id: Mapped[str] = site(Id)
    minor: Mapped[bool] = site(default=False)
    guardian: Mapped[str] = sealed(Text, default="")
    operator_id: Mapped[str | None] = site(Id)
